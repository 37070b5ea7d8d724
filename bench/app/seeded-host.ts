import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { open } from '../../src/cli/open';
import { createSqliteDraftStore } from '../../src/core/drafts/draft-store';
import { systemClock } from '../../src/core/platform/clock';
import { silentLogger } from '../../src/core/platform/logger';
import { systemRandomness } from '../../src/core/platform/randomness';
import type { QueueEvent, RegistrationService } from '../../src/core/registration/port';
import { readEnvironment } from '../../src/core/settings/environment';
import { openDatabase } from '../../src/core/storage/database';
import type { StoreBridge } from '../../src/core/storebridge';
import { aDraft } from '../../src/core/testing/draft';
import { workspaceOf } from '../../src/core/testing/fake-workspace';
import { aWholesaleItem } from '../../src/core/testing/wholesale-item';
import { startHost } from '../../src/host/start-host';
import type { Draft } from '../../src/shared/domain/draft';
import { type ItemNo, MAIN_STORE } from '../../src/shared/domain/ids';
import { JOB_STEPS, type Job } from '../../src/shared/domain/job';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const SCRIPT = resolve(import.meta.dirname, '..', 'cli.js');
const WORDS = ['텀블러', '원목 블록', '캠핑의자', '이불 세트', '강아지 하네스', '차량용 거치대'];
const STATES = ['ready', 'ready', 'needs-review', 'blocked'] as const;

/** What the measuring process may ask of the host process. */
export type HostOrder =
  | { readonly kind: 'events'; readonly perSecond: number }
  | { readonly kind: 'end' };

/** The built product over a data folder with `rows` drafts and as many jobs, as a seller has after a year. */
export async function runSeededHost(home: string, rows: number): Promise<void> {
  const environment = readEnvironment({ ...process.env, STOREBRIDGE_HOME: home });
  const storebridge = await open({ environment, root: ROOT, script: SCRIPT });
  storebridge.settings.update({ guide: { isDone: true, step: 'done' } });
  await seed(storebridge, home, rows);
  const live = withEvents(storebridge);
  const host = await startHost({
    workspace: workspaceOf({ ...storebridge, registration: live.registration }),
    port: 0,
    rendererFolder: join(ROOT, 'out', 'renderer'),
    version: '0.0.0',
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    checksOutputs: false,
  });
  process.on('message', (order: HostOrder) => {
    if (order.kind === 'events') {
      live.sendPerSecond(order.perSecond);
      return;
    }
    live.sendPerSecond(0);
    void host
      .close()
      .then(() => storebridge.stop(1000))
      .then(() => process.disconnect());
  });
  process.send?.({ url: host.url });
}

async function seed(storebridge: StoreBridge, home: string, rows: number): Promise<void> {
  const numbers = Array.from({ length: rows }, (_, at) => String(20_000_000 + at) as ItemNo);
  await storebridge.registration.enqueue(MAIN_STORE, numbers, {
    lane: 'batch',
    batchName: 'bench',
  });
  const path = databaseOf(home);
  const database = await openDatabase(path, systemClock);
  const drafts = createSqliteDraftStore(database);
  const save = database.transaction(() => {
    numbers.forEach((itemNo, at) => {
      const draft = draftAt(itemNo, at);
      drafts.save(
        {
          draft,
          sourceContent: draft.content,
          buildReasons: [],
          explanations: [],
          item: aWholesaleItem({ itemNo }),
          refusals: [],
        },
        0,
        { kind: 'refresh' },
      );
    });
    database.exec(
      `UPDATE jobs SET state = 'done', done_at_ms = created_at_ms, title = '상품 ' || item_no
         WHERE job_seq % 4 > 0;
       UPDATE jobs SET state = 'failed', title = '상품 ' || item_no WHERE job_seq % 4 = 0;`,
    );
  });
  save();
  database.close();
}

function draftAt(itemNo: ItemNo, at: number): Draft {
  const state = STATES[at % STATES.length] ?? 'ready';
  const name = `${WORDS[at % WORDS.length] ?? ''} ${itemNo} 대용량 선물용`;
  return aDraft({
    itemNo,
    state,
    reasons:
      state === 'ready'
        ? []
        : [
            {
              code: 'REGISTRATION_DRAFT_NOT_READY',
              severity: state === 'blocked' ? 'block' : 'ask',
            },
          ],
    updatedAtMs: systemClock.nowMs() - at * 1000,
    content: { name },
  });
}

/** The one database below `home`, wherever the present version keeps it. */
function databaseOf(home: string): string {
  const found = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((file) =>
    file.endsWith('storebridge.db'),
  );
  if (found === undefined) throw new Error('the data folder holds no database');
  return join(home, found);
}

/** The queue with changes of jobs told as often as asked for, through the product's own fan-out. */
function withEvents({ registration }: StoreBridge): {
  readonly registration: RegistrationService;
  sendPerSecond(count: number): void;
} {
  const listeners = new Set<(event: QueueEvent) => void>();
  const { jobs } = registration.listJobs({ offset: 0, limit: 500 });
  let timer: NodeJS.Timeout | null = null;
  let sent = 0;
  const tellOne = (): void => {
    const job = jobs[sent % jobs.length];
    if (job === undefined) return;
    sent += 1;
    const changed: Job = {
      ...job,
      state: JOB_STEPS[sent % JOB_STEPS.length] ?? 'queued',
      updatedAtMs: systemClock.nowMs(),
    };
    for (const listener of listeners) listener({ kind: 'job-changed', job: changed });
    if (sent % 10 === 0) for (const listener of listeners) listener({ kind: 'status-changed' });
  };
  return {
    registration: {
      ...registration,
      subscribe: (listener) => {
        listeners.add(listener);
        const stop = registration.subscribe(listener);
        return () => {
          listeners.delete(listener);
          stop();
        };
      },
    },
    sendPerSecond: (count) => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      if (count === 0) return;
      const perTick = Math.max(1, Math.round(count / 50));
      timer = setInterval(
        () => {
          for (let at = 0; at < perTick; at += 1) tellOne();
        },
        (1000 * perTick) / count,
      );
    },
  };
}
