import { isResting, JOB_STATES } from '@shared/domain/job';
import type { Language } from '@shared/texts/types';
import { aligned } from '../columns';
import { EXIT, type ExitStatus } from '../exit-status';
import { queueLines } from '../queue-lines';
import { findRunningApp } from '../running-app';
import type { Terminal } from '../terminal';
import { words } from '../words';

/** Says what the program that works on the data folder is doing; `attention` when none does. */
export async function runStatus(
  home: string,
  json: boolean,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const say = words[language];
  const running = await findRunningApp(home);
  if (running === null) {
    terminal.out(json ? JSON.stringify({ running: false }) : say.notRunning);
    return EXIT.attention;
  }
  const status = await running.request('registration.getStatus', {});
  const { batches } = await running.request('registration.listBatches', { limit: 5 });
  if (json) {
    terminal.out(JSON.stringify({ running: true, pid: running.pid, status, batches }));
    return EXIT.done;
  }
  terminal.out(say.running(running.pid));
  for (const line of queueLines(status, language)) terminal.out(line);
  if (batches.length > 0) terminal.out(say.newestLists);
  const rows = batches.map((batch) => {
    const ended = JOB_STATES.filter(isResting).reduce((sum, state) => sum + batch.counts[state], 0);
    return [`  ${batch.name}`, say.ended(ended, batch.jobCount)];
  });
  for (const line of aligned(rows, [1])) terminal.out(line);
  return EXIT.done;
}
