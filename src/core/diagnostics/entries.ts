import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { SECRET_NAMES } from '@shared/domain/secrets';
import { migrations } from '../storage/migrations';
import type { Workspace } from '../workspace/port';
import { hidingKeys } from './hide-keys';

/** The end of a log is what explains a fault; more would only be harder to send. */
const LOG_MAX_BYTES = 512 * 1024;
/** Most crash records that go along, newest first. */
const CRASHES_MAX = 10;

/** One file of the bundle. */
export interface DiagnosticEntry {
  readonly name: string;
  readonly text: string;
}

/** What the bundle says of the program. */
export interface DiagnosticFacts {
  /** Data folder, which holds the logs. */
  readonly home: string;
  readonly version: string;
  readonly shell: 'desktop' | 'browser';
  readonly nowMs: number;
}

/**
 * What somebody needs to help, as text: versions, settings, counts and the end of the logs. Everything
 * goes through the same hiding of keys, so that a key that strayed into any of it does not leave.
 */
export async function diagnosticEntries(
  workspace: Workspace,
  facts: DiagnosticFacts,
): Promise<readonly DiagnosticEntry[]> {
  const hide = hiderOf(workspace);
  const logs = join(facts.home, 'logs');
  const entries = [
    { name: 'about.json', text: json(await about(workspace, facts)) },
    { name: 'settings.json', text: json(workspace.savedSettings()) },
    ...['storebridge.log', 'storebridge.log.1', ...crashFiles(logs)].flatMap((name) => {
      const path = join(logs, name);
      return existsSync(path) ? [{ name: `logs/${name}`, text: endOf(path) }] : [];
    }),
  ];
  return entries.map(({ name, text }) => ({ name, text: hide(text) }));
}

async function about(workspace: Workspace, facts: DiagnosticFacts): Promise<object> {
  const state = workspace.state();
  const product =
    state.kind === 'open'
      ? {
          mode: state.storebridge.mode,
          drafts: state.storebridge.drafts.overview(MAIN_STORE),
          queue: state.storebridge.registration.status(MAIN_STORE),
          backend: (await state.storebridge.limits()).backend,
          clockSkewMs: state.storebridge.clockSkewMs(),
        }
      : state.kind === 'closed'
        ? { fault: { code: state.fault.code, params: state.fault.params } }
        : {};
  return {
    madeAt: new Date(facts.nowMs).toISOString(),
    version: facts.version,
    shell: facts.shell,
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    state: state.kind,
    stores: workspace.stores.list().length,
    schema: migrations.map(({ name }) => name),
    keys: SECRET_NAMES.map((name) => ({ name, isSet: workspace.secrets().find(name) !== null })),
    backups: await workspace.backups().list(),
    product,
  };
}

/** Hides every kept key of the current store, and everything that looks like one. */
export function hiderOf(workspace: Workspace): (text: string) => string {
  const { naverClientId, redisUrl } = workspace.savedSettings();
  const kept = [...SECRET_NAMES.map((name) => workspace.secrets().find(name) ?? ''), naverClientId];
  if (URL.canParse(redisUrl)) kept.push(new URL(redisUrl).password);
  return hidingKeys(kept);
}

/** Records of crashes in the folder of the logs; their names sort by time. */
function crashFiles(logs: string): readonly string[] {
  if (!existsSync(logs)) return [];
  return readdirSync(logs)
    .filter((name) => name.startsWith('crash-') && name.endsWith('.json'))
    .sort()
    .slice(-CRASHES_MAX);
}

function endOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, LOG_MAX_BYTES));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    const text = bytes.toString('utf8');
    // The first line is cut, and half a line could hide what a key looks like.
    return size > LOG_MAX_BYTES ? text.slice(text.indexOf('\n') + 1) : text;
  } finally {
    closeSync(file);
  }
}

function json(value: object): string {
  return JSON.stringify(value, null, 2);
}
