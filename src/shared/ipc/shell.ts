import { z } from 'zod';
import type { ItemNo } from '../domain/ids';
import { done, nothing, route } from './route';
import { atMsSchema, itemNoSchema, messageCodeSchema, textParamsSchema } from './values';

/** Screens that the desktop's menu leads to, in the order of the main menu. */
export const SHELL_SCREENS = [
  'home',
  'sourcing',
  'import',
  'drafts',
  'queue',
  'watch',
  'notifications',
  'settings',
] as const;
export type ShellScreen = (typeof SHELL_SCREENS)[number];

const shellCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open-screen'), screen: z.enum(SHELL_SCREENS) }),
  z.strictObject({
    kind: z.literal('open-item'),
    itemNo: itemNoSchema as z.ZodType<ItemNo>,
  }),
  z.strictObject({ kind: z.literal('back-up') }),
  z.strictObject({ kind: z.literal('make-diagnostics') }),
  z.strictObject({ kind: z.literal('show-shortcuts') }),
  z.strictObject({ kind: z.literal('show-about') }),
  /** Something that menu or tray did by itself failed. */
  z.strictObject({
    kind: z.literal('tell-fault'),
    code: messageCodeSchema,
    params: textParamsSchema,
  }),
  /** Save what is unsaved and report what is left: the window is about to close. */
  z.strictObject({ kind: z.literal('save-unsaved') }),
]);
/** What the menu, the tray or a link of the system asks the page to do. */
export type ShellCommand = z.infer<typeof shellCommandSchema>;

/** What a page may hold that would be lost with it. */
const UNSAVED_KINDS = ['draft', 'options', 'pictures', 'import'] as const;
const unsavedKindSchema = z.enum(UNSAVED_KINDS);
export type UnsavedKind = z.infer<typeof unsavedKindSchema>;

/** How new the program is, and what is being done about it. */
const updateStateSchema = z.discriminatedUnion('kind', [
  /** `no-address`: none is set; `not-installed`: run from its folder; `browser`: has no installer. */
  z.strictObject({
    kind: z.literal('off'),
    why: z.enum(['no-address', 'not-installed', 'browser']),
  }),
  z.strictObject({ kind: z.literal('current'), checkedAtMs: atMsSchema.nullable() }),
  z.strictObject({ kind: z.literal('checking') }),
  z.strictObject({ kind: z.literal('available'), version: z.string() }),
  z.strictObject({
    kind: z.literal('downloading'),
    version: z.string(),
    percent: z.number().min(0).max(100),
  }),
  z.strictObject({ kind: z.literal('ready'), version: z.string() }),
  z.strictObject({
    kind: z.literal('failed'),
    code: messageCodeSchema,
    params: textParamsSchema,
    atMs: atMsSchema,
  }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

const shellStateSchema = z.strictObject({
  update: updateStateSchema,
  /** A crash the seller has not been told of: of the last run, or of this page. */
  crash: z.strictObject({ kind: z.enum(['last-run', 'page']), atMs: atMsSchema }).nullable(),
});
export type ShellState = z.infer<typeof shellStateSchema>;

/** Versions of what the program runs on; null = not part of this way of running it. */
const aboutSchema = z.strictObject({
  version: z.string(),
  electron: z.string().nullable(),
  chromium: z.string().nullable(),
  node: z.string(),
  sqlite: z.string(),
  sharp: z.string(),
  libvips: z.string(),
  redis: z.string().nullable(),
  system: z.string(),
  /** Data folder. */
  home: z.string(),
});

const licenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** SPDX expression of the package; empty when it states none. */
  licence: z.string(),
  /** The licence file as it stands in the package; empty when there is none. */
  text: z.string(),
});
export type ThirdPartyLicence = z.infer<typeof licenceSchema>;
/** The file that the build writes beside the code. */
export const licencesSchema = z.array(licenceSchema);

/**
 * What page and shell ask of each other; a browser has no such shell and answers as one that asks
 * for nothing.
 */
export const shellRoutes = {
  /** What the shell asked for since the last call, oldest first; each is handed over once. */
  'shell.takeCommands': route(nothing, z.strictObject({ commands: z.array(shellCommandSchema) })),
  'shell.getState': route(nothing, shellStateSchema),
  /** All that this page would lose if it were closed now; empty = nothing. */
  'shell.reportUnsaved': route(
    z.strictObject({
      kinds: z.array(unsavedKindSchema).max(UNSAVED_KINDS.length),
      /** Answers `save-unsaved`: what could be saved has been. */
      isSettled: z.boolean().default(false),
    }),
    done,
  ),
  'shell.dismissCrash': route(nothing, shellStateSchema),
  'shell.checkForUpdate': route(nothing, shellStateSchema),
  'shell.downloadUpdate': route(nothing, shellStateSchema),
  /** Restarts into the new version. SHELL_UPDATE_WHILE_WORKING while jobs run, SHELL_UPDATE_NOT_READY before. */
  'shell.installUpdate': route(nothing, done),
  /** Shows the data folder in the system's file manager. SHELL_PATH_NOT_OPENED when the system does not; nothing in a browser. */
  'shell.openFolder': route(nothing, done),
  'shell.getAbout': route(nothing, aboutSchema),
  /** Packages that the program is made of; empty where it was not built. */
  'shell.getLicences': route(nothing, z.strictObject({ licences: licencesSchema })),
} as const;

/** `shell.takeCommands` has something. */
export type CommandGiven = Readonly<Record<string, never>>;
