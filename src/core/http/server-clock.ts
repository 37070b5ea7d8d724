import { clockOffsetMs } from './clock-offset';
import type { HttpClient } from './port';

/** An HTTP client that also remembers how far this PC's clock is from the answering servers'. */
export interface ClockWatchingHttpClient extends HttpClient {
  /** Ours minus theirs at the last answer with a Date header; null before the first. */
  clockSkewMs(): number | null;
}

/** Passes everything on unchanged and reads the Date header of each answer on the way. */
export function watchServerClock(http: HttpClient): ClockWatchingHttpClient {
  let skewMs: number | null = null;
  return {
    send: async (request) => {
      const response = await http.send(request);
      skewMs = clockOffsetMs(response) ?? skewMs;
      return response;
    },
    close: () => http.close(),
    clockSkewMs: () => skewMs,
  };
}
