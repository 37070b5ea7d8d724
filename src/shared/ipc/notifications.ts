import { z } from 'zod';
import type { ItemNo } from '../domain/ids';
import {
  NOTIFICATION_KINDS,
  NOTIFICATION_SEVERITIES,
  NOTIFICATION_TOPICS,
  type NotificationLine,
  type NotificationLink,
  type NotificationTopic,
  type UnreadNotifications,
} from '../domain/notification';
import { nothing, route } from './route';
import {
  atMsSchema,
  batchIdSchema,
  countSchema,
  itemNoSchema,
  messageCodeSchema,
  pageSchema,
  storedStoreIdSchema,
  textParamsSchema,
} from './values';

const LINE_KEY_MAX_CHARS = 300;
const WEBHOOK_MAX_CHARS = 2000;
const PASSWORD_MAX_CHARS = 500;
/** Most notifications or lines that one request marks. */
const MARK_MAX = 500;

const severitySchema = z.enum(NOTIFICATION_SEVERITIES);
const kindSchema = z.enum(NOTIFICATION_KINDS);
const lineKeySchema = z.string().min(1).max(LINE_KEY_MAX_CHARS);
const outletSchema = z.enum(['os', 'webhook', 'email']);
export type NotificationOutletName = z.infer<typeof outletSchema>;

const linkSchema: z.ZodType<NotificationLink> = z.strictObject({
  screen: z.enum([
    'watch',
    'approvals',
    'history',
    'draft',
    'queue',
    'inspections',
    'notifications',
    'settings',
    'home',
  ]),
  itemNo: itemNoSchema.exactOptional(),
  batchId: batchIdSchema.exactOptional(),
});

const notificationSchema = z.strictObject({
  notificationId: countSchema,
  kind: kindSchema,
  severity: severitySchema,
  code: messageCodeSchema,
  params: textParamsSchema,
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema.nullable() as z.ZodType<ItemNo | null>,
  groupKey: lineKeySchema,
  link: linkSchema.nullable(),
  createdAtMs: atMsSchema,
  readAtMs: atMsSchema.nullable(),
  repeatCount: countSchema,
});

const lineSchema = z.strictObject({
  lineKey: lineKeySchema,
  kind: kindSchema,
  severity: severitySchema,
  code: messageCodeSchema,
  params: textParamsSchema,
  count: countSchema,
  unreadCount: countSchema,
  latest: notificationSchema,
});

const unreadSchema = z.strictObject({
  notifications: countSchema,
  lines: countSchema,
  alarmLines: countSchema,
});

const outletStateSchema = z.strictObject({
  /** This way of running the program has it. */
  isThere: z.boolean(),
  waiting: countSchema,
  lastSentAtMs: atMsSchema.nullable(),
  lastProblem: z.string().nullable(),
});

const topicNames = Object.keys(NOTIFICATION_TOPICS) as [NotificationTopic, ...NotificationTopic[]];

/** What the seller was told. Throw STORAGE_* when the disk refuses. */
export const notificationsRoutes = {
  /** Lines of the centre, newest first. */
  'notifications.listLines': route(
    z.strictObject({
      topics: z.array(z.enum(topicNames)).max(topicNames.length).exactOptional(),
      severities: z.array(severitySchema).max(NOTIFICATION_SEVERITIES.length).exactOptional(),
      itemNo: itemNoSchema.exactOptional(),
      isUnreadOnly: z.boolean().default(false),
      ...pageSchema,
    }),
    z.strictObject({ lines: z.array(lineSchema), total: countSchema, latestId: countSchema }),
  ),
  /** The notifications of one line, newest first. */
  'notifications.listOfLine': route(
    z.strictObject({ lineKey: lineKeySchema, ...pageSchema }),
    z.strictObject({ notifications: z.array(notificationSchema), total: countSchema }),
  ),
  'notifications.getUnread': route(nothing, unreadSchema),
  'notifications.mark': route(
    z.strictObject({
      isRead: z.boolean(),
      target: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('ids'), ids: z.array(countSchema).max(MARK_MAX) }),
        z.strictObject({
          kind: z.literal('lines'),
          lineKeys: z.array(lineKeySchema).max(MARK_MAX),
        }),
        z.strictObject({ kind: z.literal('all'), upToId: countSchema }),
      ]),
    }),
    unreadSchema,
  ),
  /** How the ways out of the app are set up; secrets stay inside. */
  'notifications.getOutlets': route(
    nothing,
    z.strictObject({
      os: outletStateSchema,
      webhook: outletStateSchema.extend({ host: z.string().nullable() }),
      email: outletStateSchema.extend({ isPasswordSet: z.boolean() }),
    }),
  ),
  /** Keeps the webhook's address as a secret; empty removes it. NOTIFY_WEBHOOK_BAD_ADDRESS for one that cannot be used. */
  'notifications.saveWebhook': route(
    z.strictObject({ url: z.string().max(WEBHOOK_MAX_CHARS) }),
    z.strictObject({ host: z.string().nullable() }),
  ),
  /** Keeps the mail server's password as a secret; empty removes it. */
  'notifications.saveEmailPassword': route(
    z.strictObject({ password: z.string().max(PASSWORD_MAX_CHARS) }),
    z.strictObject({ isPasswordSet: z.boolean() }),
  ),
  /** Sends a test now. `problem` in words of the protocol when it may work later. */
  'notifications.test': route(
    z.strictObject({ outlet: outletSchema }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('delivered') }),
      z.strictObject({ kind: z.literal('retry'), problem: z.string() }),
      z.strictObject({
        kind: z.literal('refused'),
        code: messageCodeSchema,
        params: textParamsSchema,
      }),
    ]),
  ),
} as const;

/** Most lines that one event carries; the centre holds them all. */
export const ADDED_LINES_MAX = 20;

/** Tells a page that its counts, and perhaps its list, are old. */
export interface NotificationsChanged {
  readonly unread: UnreadNotifications;
  /** What was new, gravest first; empty when only reading marks changed. */
  readonly added: readonly NotificationLine[];
}

/** The person chose a notification outside of the page; it should go there. */
export interface NotificationOpened {
  readonly link: NotificationLink;
}
