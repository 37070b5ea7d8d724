/**
 * Gives the memory of `bytes` back at once; they must not be used any more. Pixels lie outside the
 * heap, and the collector, which comes only when enough has piled up, goes through the whole heap each
 * time. Memory that is shared with others is left alone.
 */
export function releaseMemory(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength !== bytes.byteLength) return;
  if (!buffer.detached) buffer.transfer(0);
}
