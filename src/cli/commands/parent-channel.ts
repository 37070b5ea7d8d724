/** What of `process` ties a child to the program that started it. */
export interface ParentChannel {
  readonly connected: boolean;
  send?(message: unknown, sent: (fault: Error | null) => void): boolean;
  once(event: 'disconnect', listener: () => void): unknown;
}

/** How a parent that is gone shows when it is written to. */
const GONE: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_IPC_CHANNEL_CLOSED',
  'ERR_IPC_DISCONNECTED',
]);

/** Resolves once the parent has closed the channel or ended, however it went; at once when it has already. */
export function whenParentLeaves(channel: ParentChannel): Promise<void> {
  return new Promise((resolve) => {
    channel.once('disconnect', () => resolve());
    if (!channel.connected) resolve();
  });
}

/**
 * Sends `message` to the parent; false when the parent is gone, which is how a child's life ends and no
 * fault. Rejects with any other fault of the channel.
 */
export function tellParent(channel: ParentChannel, message: unknown): Promise<boolean> {
  return new Promise((resolve, reject) => {
    if (!channel.connected || channel.send === undefined) {
      resolve(false);
      return;
    }
    // Without a listener of its own, a failed send is thrown at the process.
    channel.send(message, (fault) => {
      if (fault === null || fault === undefined) resolve(true);
      else if ('code' in fault && GONE.has(fault.code)) resolve(false);
      else reject(fault);
    });
  });
}
