import { z } from 'zod';
import {
  type BackupSettings,
  type DesktopSettings,
  type GuideSettings,
  type ImageSettings,
  type MarketplaceSettings,
  type MetricsSettings,
  type NotificationSettings,
  type PictureBackupSettings,
  type PricingSettings,
  type RegistrationSettings,
  type ScreeningSettings,
  type Settings,
  type StoreSettings,
  settingsSchema,
} from '../domain/settings';
import { nothing, route } from './route';

/** Most fields that a group of settings may carry. */
const GROUP_MAX_FIELDS = 50;

/**
 * Part of a group. Its fields are checked by the settings service, which alone holds the rules;
 * parsing them here would fill in defaults and so reset the neighbours of the changed field.
 */
function partOf<Group>(): z.ZodType<Partial<Group>> {
  return z.custom<Partial<Group>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length <= GROUP_MAX_FIELDS,
    'expected a group of settings',
  );
}

const changeableFields = {
  language: z.enum(['ko', 'en']).exactOptional(),
  theme: z.enum(['system', 'light', 'dark']).exactOptional(),
  mode: z.enum(['auto', 'practice', 'live']).exactOptional(),
  domeggookUrl: z.url().max(500).exactOptional(),
  naverUrl: z.url().max(500).exactOptional(),
  naverClientId: z.string().max(100).exactOptional(),
  redisUrl: z.string().max(500).exactOptional(),
  allowsPrivateImageHosts: z.boolean().exactOptional(),
  pricing: partOf<PricingSettings>().exactOptional(),
  store: partOf<StoreSettings>().exactOptional(),
  registration: partOf<RegistrationSettings>().exactOptional(),
  screening: partOf<ScreeningSettings>().exactOptional(),
  draftViews: z
    .array(z.strictObject({ name: z.string().min(1).max(40), search: z.string().max(300) }))
    .max(30)
    .exactOptional(),
  images: partOf<ImageSettings>().exactOptional(),
  marketplace: partOf<MarketplaceSettings>().exactOptional(),
  pictureBackup: partOf<PictureBackupSettings>().exactOptional(),
  notifications: partOf<NotificationSettings>().exactOptional(),
  metrics: partOf<MetricsSettings>().exactOptional(),
  backup: partOf<BackupSettings>().exactOptional(),
  desktop: partOf<DesktopSettings>().exactOptional(),
  guide: partOf<GuideSettings>().exactOptional(),
} satisfies Record<Exclude<keyof Settings, 'version'>, z.ZodType>;

const settingsChangeSchema = z.strictObject(changeableFields);
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/**
 * Settings of the store, answered whether or not a product is open. Throw SETTINGS_INVALID with the
 * field.
 */
export const settingsRoutes = {
  /** Without secrets: keys are not settings, and a password inside the Redis address is masked. */
  'settings.get': route(nothing, settingsSchema),
  /** Fields and parts of groups that change; everything else stays. */
  'settings.update': route(z.strictObject({ change: settingsChangeSchema }), settingsSchema),
} as const;
