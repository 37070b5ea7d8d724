/** Where a command writes: results to stdout, everything on the way there to stderr. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Replaces the last progress line when stderr is a screen, else writes at most every few seconds. */
  progress(text: string): void;
  /** Ends the progress line, so that what follows starts on a line of its own. */
  endProgress(): void;
  readonly widthColumns: number;
}

/** Seconds between progress lines when nobody is watching a screen. */
const LOG_INTERVAL_MS = 2_000;
const DEFAULT_WIDTH = 120;

/**
 * Progress goes to `stderr`, in place on a terminal and every few seconds in a log. A reader that
 * leaves early does not end the work.
 */
export function createTerminal(
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
  nowMs: () => number,
): Terminal {
  for (const stream of [stdout, stderr]) stream.on('error', outliveReader);
  let isOpen = false;
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let lastText = '';
  return {
    widthColumns: stdout.columns ?? DEFAULT_WIDTH,
    out: (text) => {
      stdout.write(`${text}\n`);
    },
    err: (text) => {
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (text === lastText) return;
      if (stderr.isTTY) {
        stderr.write(`\r\u001B[2K${text}`);
        isOpen = true;
      } else if (nowMs() - lastAtMs >= LOG_INTERVAL_MS) {
        stderr.write(`${text}\n`);
        lastAtMs = nowMs();
      } else {
        return;
      }
      lastText = text;
    },
    endProgress: () => {
      if (isOpen) stderr.write('\n');
      isOpen = false;
      lastText = '';
    },
  };
}

/** Whoever reads the output may leave before the work is done (`| head -1`); the work goes on. */
function outliveReader(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EPIPE') throw fault;
}
