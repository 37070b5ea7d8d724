/** What one run took. */
export interface Measured {
  readonly tookMs: number;
  /** Processor time of all threads of the run's process: what other work on the machine does not change. */
  readonly cpuMs: number;
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
  const cpuBefore = process.cpuUsage();
  const beganMs = performance.now();
  await task();
  const tookMs = performance.now() - beganMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  clearInterval(sampler);
  // The kernel's high-water mark sees what falls between two samples, once it is above the old one.
  const highWater = process.resourceUsage().maxRSS * 1024;
  if (highWater > highWaterBefore) peakBytes = Math.max(peakBytes, highWater);
  const cpuMs = (user + system) / 1000;
  return { tookMs, cpuMs, rssGrowthMb: (peakBytes - beforeBytes) / MB };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
