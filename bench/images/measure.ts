/** What one run took. */
export interface Measured {
  readonly tookMs: number;
  /** Peak resident memory above what it was just before the run. */
  readonly rssGrowthMb: number;
}

const SAMPLE_MS = 10;
const MB = 1024 * 1024;

/** Runs `task` once with the clock and the memory watched. */
export async function measure(task: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.();
  const beforeBytes = process.memoryUsage.rss();
  const highWaterBefore = process.resourceUsage().maxRSS * 1024;
  let peakBytes = beforeBytes;
  const sampler = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const beganMs = performance.now();
  await task();
  const tookMs = performance.now() - beganMs;
  clearInterval(sampler);
  // The kernel's high-water mark sees what falls between two samples, once it is above the old one.
  const highWater = process.resourceUsage().maxRSS * 1024;
  if (highWater > highWaterBefore) peakBytes = Math.max(peakBytes, highWater);
  return { tookMs, rssGrowthMb: (peakBytes - beforeBytes) / MB };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
