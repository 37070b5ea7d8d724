import { setTimeout as pause } from 'node:timers/promises';
import type { StoreBridge } from '@core/storebridge';
import type { SweepReport } from '@core/sync/port';
import { MAIN_STORE } from '@shared/domain/ids';
import type { WatchChange } from '@shared/domain/watch';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';
import { renderSyncTable, syncWords } from '../sync-table';
import type { Terminal } from '../terminal';

/** What `storebridge sync` was asked for. */
export interface SyncOptions {
  readonly json: boolean;
  /** One sweep instead of watching until the signal aborts. */
  readonly once: boolean;
  readonly signal: AbortSignal;
}

/** How often the terminal looks for news while it watches. */
const LOOK_EVERY_MS = 1_000;

/**
 * Looks at every registered product and brings the store up to date. Exit status 1 when something
 * waits for the seller or failed, 3 when a marketplace could not be reached. Throws
 * WATCH_OTHER_WORKER when the app already watches this data folder.
 */
export async function runSync(
  storebridge: StoreBridge,
  options: SyncOptions,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  if (storebridge.mode === 'practice') terminal.err(syncWords[language].practice);
  if (!options.once) return watch(storebridge, options, terminal, language);
  const report = await storebridge.watch.runOnce(options.signal);
  print(report, options, terminal, language);
  if (report.fault !== null) {
    const text = textOf(report.fault.code, language, report.fault.params);
    terminal.err(`${text.message}\n→ ${text.fix}`);
    return EXIT.connection;
  }
  return report.asked + report.failed > 0 ? EXIT.attention : EXIT.done;
}

function print(
  report: SweepReport,
  options: SyncOptions,
  terminal: Terminal,
  language: Language,
): void {
  if (options.json) {
    const { checked, calls, changed, applied, asked, notified, changes } = report;
    const rows = changes.map(wireChange);
    terminal.out(
      JSON.stringify({ checked, calls, changed, applied, asked, notified, changes: rows }),
    );
    return;
  }
  if (report.changes.length > 0) {
    terminal.out(renderSyncTable(report.changes, terminal.widthColumns, language));
  }
  terminal.out(syncWords[language].summary(report));
}

/** One change as a script reads it. */
function wireChange(change: WatchChange): Record<string, unknown> {
  return {
    itemNo: change.itemNo,
    kind: change.kind,
    ...(change.option === null ? {} : { option: change.option.name }),
    old: change.old,
    new: change.new,
    action: change.action,
    state: change.state,
  };
}

/** Watches until the signal aborts; prints each change once it is found. */
async function watch(
  storebridge: StoreBridge,
  options: SyncOptions,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const say = syncWords[language];
  const newest = (): number =>
    storebridge.watch.listChanges({ storeId: MAIN_STORE, offset: 0, limit: 1 }).changes[0]
      ?.changeId ?? 0;
  let seen = newest();
  await storebridge.watch.start();
  terminal.err(say.watching);
  while (!options.signal.aborted) {
    const status = storebridge.watch.status(MAIN_STORE);
    terminal.progress(say.progress(status));
    const { changes } = storebridge.watch.listChanges({
      storeId: MAIN_STORE,
      offset: 0,
      limit: 500,
    });
    const fresh = changes.filter((change) => change.changeId > seen).toReversed();
    if (fresh.length > 0) {
      seen = fresh.at(-1)?.changeId ?? seen;
      terminal.endProgress();
      if (options.json) for (const one of fresh) terminal.out(JSON.stringify(wireChange(one)));
      else terminal.out(renderSyncTable(fresh, terminal.widthColumns, language));
    }
    await pause(LOOK_EVERY_MS, undefined, { signal: options.signal }).catch(() => undefined);
  }
  terminal.endProgress();
  return EXIT.done;
}
