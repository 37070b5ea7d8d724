import { z } from 'zod';

/** How a buyer's price follows from cost. Percentages are whole numbers of percent, amounts won. */
const pricingSettingsSchema = z.strictObject({
  /** Wanted margin on the sale price after cost, fee and delivery. */
  marginPercent: z.number().min(0).max(90).default(20),
  /** Never less profit than this per sale. */
  minProfitKrw: z.int().min(0).max(1_000_000).default(500),
  /** Naver's whole fee as a share of the sale price (payment plus sales fee). */
  feePercent: z.number().min(0).max(30).default(5.5),
  /** Prices are rounded up to a multiple of this; Naver wants multiples of 10. */
  roundToKrw: z.union([z.literal(10), z.literal(100), z.literal(1000)]).default(100),
  /** Whether the supplier's delivery fee is passed to the buyer or put into the price. */
  deliveryFee: z.enum(['charge-buyer', 'include-in-price']).default('charge-buyer'),
  /** When an option's addition is outside Naver's window, raise the sale price and discount it back unasked. */
  allowsDiscountResplit: z.boolean().default(false),
});

/** Longest text above or below the descriptions. */
export const DETAIL_TEXT_MAX_CHARS = 2000;

/** What every product of the store shares. Empty texts are asked for before anything goes out. */
const storeSettingsSchema = z.strictObject({
  /** Empty = the phone of the shipping address in Naver's address book. */
  afterServicePhone: z.string().max(30).default(''),
  afterServiceGuide: z
    .string()
    .min(1)
    .max(200)
    .default('교환·반품·A/S 문의는 판매자 연락처 또는 톡톡으로 남겨 주세요.'),
  /** Naver courier code (naver-commerce-api.md appendix B). */
  courierCode: z.string().max(20).default('CJGLS'),
  /** Address book numbers; null = the address book's only entry of the kind, else ask. */
  shippingAddressId: z.int().nullable().default(null),
  returnAddressId: z.int().nullable().default(null),
  /** Used where the supplier states no return fee. */
  returnFeeKrw: z.int().min(0).max(1_000_000).default(3000),
  exchangeFeeKrw: z.int().min(0).max(1_000_000).default(6000),
  /** Named as importer where the supplier names none; empty = ask for each imported item. */
  importer: z.string().max(100).default('상세설명 참조'),
  /** Plain text above and below every description, a paragraph per line; empty = none. */
  detailHeader: z.string().max(DETAIL_TEXT_MAX_CHARS).default(''),
  detailFooter: z.string().max(DETAIL_TEXT_MAX_CHARS).default(''),
  isNaverShoppingListed: z.boolean().default(true),
  /** New products are shown at once (`ON`) or created hidden (`SUSPENSION`). */
  displayStatus: z.enum(['ON', 'SUSPENSION']).default('ON'),
});

const registrationSettingsSchema = z.strictObject({
  /** Below this the category is put to the seller. */
  minCategoryConfidence: z.number().min(0).max(1).default(0.6),
  /** Below this the options are put to the seller. */
  minOptionConfidence: z.number().min(0).max(1).default(0.7),
  /** Naver publishes no maximum; above this the item goes to review. */
  maxCombinations: z.int().min(1).max(10_000).default(500),
  /** Most new products per hour, by the seller's own wish; null = as many as Naver allows. */
  createsPerHour: z.int().min(1).max(7200).nullable().default(null),
});

const SCREENED_WORD_MAX_CHARS = 60;

/** A word of the seller's own: what it does where it is found. */
const ownWordSchema = z.strictObject({
  word: z.string().trim().min(1).max(SCREENED_WORD_MAX_CHARS),
  severity: z.enum(['block', 'ask', 'warn']),
  /** Why, in the seller's words. */
  note: z.string().max(200).default(''),
});

/** What may not go out, whatever the supplier offers: words, items, suppliers, and how many at all. */
const screeningSettingsSchema = z.strictObject({
  /** Weight of a word pack by its id, where it is not the pack's own; `off` = not looked for. */
  packs: z.record(z.string().max(40), z.enum(['off', 'warn', 'ask', 'block'])).default({}),
  ownWords: z.array(ownWordSchema).max(5000).default([]),
  /** Words of the packs that are not looked for. */
  allowedWords: z.array(z.string().max(SCREENED_WORD_MAX_CHARS)).max(5000).default([]),
  bannedItemNos: z
    .array(z.string().regex(/^\d{1,10}$/))
    .max(20_000)
    .default([]),
  /** Ids of suppliers at the wholesaler. */
  bannedSuppliers: z.array(z.string().min(1).max(60)).max(5000).default([]),
  /** Products the store may hold (naver-commerce-api.md 5.11: 1,000 for small sellers, 2026-06); null = not watched. */
  productCap: z.int().min(1).max(1_000_000).nullable().default(1000),
});

const imageSettingsSchema = z.strictObject({
  minEdgePx: z.int().min(100).max(2000).default(500),
  maxEdgePx: z.int().min(500).max(4000).default(1200),
  jpegQuality: z.int().min(50).max(100).default(85),
  /** `small`: mozjpeg's full search, a seventh fewer bytes for ten times the work; for slow uplinks. */
  jpegEffort: z.enum(['fast', 'small']).default('fast'),
  /** Pad the representative picture to a white square of 1000 x 1000. */
  isRepresentativeSquare: z.boolean().default(false),
  /** Leave description pictures on the supplier's host (whether Naver shows them is uncertain). */
  keepsDetailPicturesAtSource: z.boolean().default(false),
  /** The supplier's licence flag also decides about the representative picture (the documents do not say). */
  isThumbnailUnderLicence: z.boolean().default(true),
  /** How many of the description's first pictures follow the representative one in the gallery. */
  galleryPicturesFromDescription: z.int().min(0).max(9).default(0),
});

/** WebP copies of product pictures in an S3-compatible storage; its keys are kept as secrets. */
const pictureBackupSettingsSchema = z.strictObject({
  isOn: z.boolean().default(false),
  /** Empty for AWS; else the storage's address (MinIO, R2, Naver Object Storage). */
  endpoint: z.union([z.literal(''), z.url()]).default(''),
  region: z.string().max(50).default(''),
  bucket: z.string().max(100).default(''),
  /** `https://host/bucket/key` in place of `https://bucket.host/key`; MinIO wants it. */
  isPathStyle: z.boolean().default(false),
  prefix: z.string().max(200).default(''),
});

/** Points on which the marketplaces' own documents are unclear; switchable without a new version. */
const marketplaceSettingsSchema = z.strictObject({
  /** naver-commerce-api.md 2.3: `strict` never uses burst. */
  naverLimitModel: z.enum(['burst', 'strict']).default('burst'),
  domeggookCallsPerMinute: z.int().min(1).max(180).default(150),
  domeggookCallsPerDay: z.int().min(1).max(1_000_000).default(15_000),
});

const minuteOfDaySchema = z.int().min(0).max(1439);
const minSeveritySchema = z.enum(['info', 'ask', 'alarm']);

/** Where and when the seller is told; times of day are Korean. Webhook address and mail password are secrets. */
const notificationSettingsSchema = z.strictObject({
  isOsOn: z.boolean().default(true),
  osMinSeverity: minSeveritySchema.default('info'),
  isWebhookOn: z.boolean().default(false),
  webhookMinSeverity: minSeveritySchema.default('ask'),
  isEmailOn: z.boolean().default(false),
  emailMinSeverity: minSeveritySchema.default('info'),
  /** The daily digest goes out at this minute of the day. */
  emailAtMinute: minuteOfDaySchema.default(9 * 60),
  emailTo: z.union([z.literal(''), z.email()]).default(''),
  emailFrom: z.union([z.literal(''), z.email()]).default(''),
  smtpHost: z.string().max(253).default(''),
  smtpPort: z.int().min(1).max(65_535).default(587),
  /** `none` sends the password as it is: for a mail server on this computer only. */
  smtpSecurity: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  smtpUser: z.string().max(254).default(''),
  /** In quiet hours only stock is told outside of the app; the rest follows afterwards. */
  isQuietOn: z.boolean().default(false),
  quietFromMinute: minuteOfDaySchema.default(22 * 60),
  quietToMinute: minuteOfDaySchema.default(8 * 60),
  /** Alarm when no product was checked for so long although some were due. */
  silentAfterMinutes: z.int().min(10).max(1440).default(60),
  keepDays: z.int().min(1).max(3650).default(90),
});

/** Figures for Prometheus at `http://127.0.0.1:<port>/metrics`, for programs on this computer only. */
const metricsSettingsSchema = z.strictObject({
  isOn: z.boolean().default(false),
  port: z.int().min(1024).max(65_535).default(9477),
});

/** Copies of the data folder, made while the app runs. */
const backupSettingsSchema = z.strictObject({
  isDaily: z.boolean().default(true),
  /** How many daily ones are kept; those made by hand stay until they are removed. */
  keepCount: z.int().min(1).max(60).default(7),
});

/** Steps of the first-run guide in their order. */
export const GUIDE_STEPS = ['language', 'connection', 'store', 'pricing', 'done'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** The desktop app as a program among others. */
const desktopSettingsSchema = z.strictObject({
  /** What closing the window does while there is work; `ask` until the seller has chosen. */
  whenClosed: z.enum(['ask', 'stay', 'quit']).default('ask'),
  /** Where newer versions are published (electron-updater's generic feed); empty = never looked for. */
  updateUrl: z.union([z.literal(''), z.url({ protocol: /^https$/ })]).default(''),
});

/** How far the seller got in the first-run guide. */
const guideSettingsSchema = z.strictObject({
  /** Through it or skipped; it does not show by itself any more. */
  isDone: z.boolean().default(false),
  /** Where it goes on. */
  step: z.enum(GUIDE_STEPS).default('language'),
});

/** A filter of the list of drafts under a name. */
const draftViewSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** The query part of the list's address. */
  search: z.string().max(300),
});

/**
 * The settings file of one store. Every field has a default, so that `{}` is valid; a field that is
 * not here is refused. Keys are secrets and never stand in it.
 */
export const settingsSchema = z.strictObject({
  version: z.literal(1).default(1),
  language: z.enum(['ko', 'en']).default('ko'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** `practice` needs no keys and talks to the practice market only. */
  mode: z.enum(['auto', 'practice', 'live']).default('auto'),
  domeggookUrl: z.url().default('https://domeggook.com/ssl/api/'),
  naverUrl: z.url().default('https://api.commerce.naver.com/external'),
  naverClientId: z.string().max(100).default(''),
  /** Remote Redis (`redis://`, `rediss://`); empty = bundled or embedded. */
  redisUrl: z.string().max(500).default(''),
  /** Pictures may come from loopback and private addresses (practice market, tests). */
  allowsPrivateImageHosts: z.boolean().default(false),
  pricing: pricingSettingsSchema.prefault({}),
  store: storeSettingsSchema.prefault({}),
  registration: registrationSettingsSchema.prefault({}),
  screening: screeningSettingsSchema.prefault({}),
  draftViews: z.array(draftViewSchema).max(30).default([]),
  images: imageSettingsSchema.prefault({}),
  pictureBackup: pictureBackupSettingsSchema.prefault({}),
  marketplace: marketplaceSettingsSchema.prefault({}),
  notifications: notificationSettingsSchema.prefault({}),
  metrics: metricsSettingsSchema.prefault({}),
  backup: backupSettingsSchema.prefault({}),
  desktop: desktopSettingsSchema.prefault({}),
  guide: guideSettingsSchema.prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type PricingSettings = z.infer<typeof pricingSettingsSchema>;
export type StoreSettings = z.infer<typeof storeSettingsSchema>;
export type RegistrationSettings = z.infer<typeof registrationSettingsSchema>;
export type PictureBackupSettings = z.infer<typeof pictureBackupSettingsSchema>;
export type ScreeningSettings = z.infer<typeof screeningSettingsSchema>;
export type ImageSettings = z.infer<typeof imageSettingsSchema>;
export type MarketplaceSettings = z.infer<typeof marketplaceSettingsSchema>;
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;
export type GuideSettings = z.infer<typeof guideSettingsSchema>;
export type BackupSettings = z.infer<typeof backupSettingsSchema>;
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;
export type MetricsSettings = z.infer<typeof metricsSettingsSchema>;

/** Settings of a fresh data folder. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}
