/** As many as the programs that scripts/workspace.mjs starts get; the reasons stand there. */
const THREADS = '12';

/**
 * Lets files, host names and pictures wait for more than libuv's four threads. Works only before the
 * first of them is asked for, because libuv reads the variable once, when it makes its pool. On Windows
 * a value set by the program itself does not reach libuv's `getenv`: there the default stays unless
 * whoever starts the app sets the variable (docs/desktop.md).
 */
export function widenThreadPool(variables: Record<string, string | undefined>): void {
  variables.UV_THREADPOOL_SIZE ??= THREADS;
}
