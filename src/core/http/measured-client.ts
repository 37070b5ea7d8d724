import type { FigureSink } from '../metrics/sink';
import type { Clock } from '../platform/clock';
import type { HttpClient } from './port';

/** `http` that tells of every exchange that names its API; nothing else about it changes. */
export function measureCalls<Http extends HttpClient>(
  http: Http,
  sink: Pick<FigureSink, 'apiCalled'>,
  clock: Clock,
): Http {
  return {
    ...http,
    send: async (request) => {
      const startedMs = clock.monotonicMs();
      const tell = (status: number | null): void => {
        const { api } = request;
        if (api === undefined) return;
        sink.apiCalled({ ...api, status, durationMs: clock.monotonicMs() - startedMs });
      };
      try {
        const response = await http.send(request);
        tell(response.status);
        return response;
      } catch (fault) {
        tell(null);
        throw fault;
      }
    },
  };
}
