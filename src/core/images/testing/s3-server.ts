import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

/** A process that speaks S3 on loopback. */
export interface S3Server {
  readonly endpoint: string;
  stop(): void;
}

/** The server's one fixed account; it looks at the ID only. */
export const S3_SERVER_ACCOUNT = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;

const READY_MS = 20_000;
const LOOK_MS = 100;

/** Starts s3rver with one bucket, its objects below `folder`. */
export async function startS3Server(folder: string, bucket: string): Promise<S3Server> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server: ChildProcess = spawn(
    process.execPath,
    [
      createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js'),
      ...['-d', folder, '-a', '127.0.0.1', '-p', String(port), '-s'],
      ...['--no-vhost-buckets', '--configure-bucket', bucket],
    ],
    { stdio: 'ignore' },
  );
  for (let waitedMs = 0; !(await answers(endpoint)); waitedMs += LOOK_MS) {
    if (waitedMs > READY_MS) throw new Error('the S3 server does not answer');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return { endpoint, stop: () => void server.kill() };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close((fault) => (fault ? reject(fault) : resolve(port)));
    });
  });
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint);
    return true;
  } catch {
    // Not listening yet.
    return false;
  }
}
