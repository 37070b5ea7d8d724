import { AppError } from '@shared/errors/app-error';
import { envelopeSchema } from '@shared/ipc/envelope-schema';
import type { RouteInput, RouteName, RouteOutput } from '@shared/ipc/registry';
import { isMessageCode } from '@shared/texts/catalogue';
import { readAttachAddress } from '../host/attach-address';
import { ATTACH_PATH } from '../host/attach-server';

/** The program that works on the data folder now, spoken to from another process. */
export interface RunningApp {
  readonly pid: number;
  /** Throws what the other program's handler threw; ATTACH_LOST when it no longer answers. */
  request<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>>;
}

const ALIVE_DEADLINE_MS = 3000;
const ANSWER_DEADLINE_MS = 120_000;

/** The running program of `home`, asked whether it is alive; null when nobody works there. */
export async function findRunningApp(home: string): Promise<RunningApp | null> {
  const address = readAttachAddress(home);
  if (address === null) return null;
  const ask = async <Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
    deadlineMs: number,
  ): Promise<RouteOutput<Name>> => {
    let answer: unknown;
    try {
      const response = await fetch(`http://127.0.0.1:${address.port}${ATTACH_PATH}${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${address.token}`,
        },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(deadlineMs),
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      answer = await response.json();
    } catch (cause) {
      throw new AppError('ATTACH_LOST', { params: { pid: String(address.pid) }, cause });
    }
    const envelope = envelopeSchema.parse(answer);
    // The other program is the same version or tells its own version's shape; it checked its output.
    if (envelope.ok) return envelope.value as RouteOutput<Name>;
    const { code, params, field, retry } = envelope.error;
    if (!isMessageCode(code)) {
      throw new AppError('INTERNAL_FAULT', { params: { problem: code }, retry });
    }
    throw new AppError(code, { params, retry, ...(field === null ? {} : { field }) });
  };
  try {
    await ask('app.getInfo', {}, ALIVE_DEADLINE_MS);
  } catch {
    // A file that an ended program left behind.
    return null;
  }
  return {
    pid: address.pid,
    request: (name, input) => ask(name, input, ANSWER_DEADLINE_MS),
  };
}
