import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';
import type { QueueDesk } from '../queue-desk';
import { leftOf, queueLines } from '../queue-lines';
import type { Terminal } from '../terminal';
import { words } from '../words';

/** What a person may want of the queue as a whole. */
export type QueueWish = 'status' | 'pause' | 'resume';

/**
 * Shows, pauses or resumes the queue; a pause is kept over restarts. `attention` when the queue waits
 * though nobody has just asked for that.
 */
export async function runQueue(
  desk: QueueDesk,
  wish: QueueWish,
  json: boolean,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const status = await desk[wish]();
  const isAsWanted = wish === 'pause' || !status.isPaused;
  const exit = isAsWanted ? EXIT.done : EXIT.attention;
  if (json) {
    terminal.out(JSON.stringify({ running: desk.pid !== null, pid: desk.pid, status }));
    return exit;
  }
  const say = words[language];
  if (wish === 'pause') terminal.out(say.nowPaused);
  if (wish === 'resume') terminal.out(say.nowResumed);
  if (wish === 'status') {
    terminal.out(desk.pid === null ? say.notRunning : say.running(desk.pid));
  }
  for (const line of queueLines(status, language)) terminal.out(line);
  if (status.isPaused) return exit;
  if (leftOf(status) === 0) terminal.out(say.idle);
  else if (desk.pid === null) terminal.out(say.waitsForApp);
  else terminal.out(say.flowing);
  if (status.etaAtMs !== null && desk.pid !== null) terminal.out(say.readyAt(status.etaAtMs));
  return exit;
}
