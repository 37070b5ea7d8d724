import { CLASS_COUNT } from './bucket-state';
import type { PermitResult } from './port';

/** One call that waits for its permit. Times are monotonic. */
export interface Waiter {
  readonly callClass: number;
  readonly sinceMs: number;
  readonly deadlineMs: number;
  readonly settle: (result: PermitResult) => void;
  isSettled: boolean;
}

/** Who waits at one bucket in one process: by class, most urgent first, then by arrival. */
export class WaitingLines {
  readonly #lines: Waiter[][] = Array.from({ length: CLASS_COUNT }, () => []);
  /** Classes whose last permit went to somebody more urgent. */
  readonly #gaveWay = new Set<number>();
  #size = 0;
  #withDeadline = 0;

  get size(): number {
    return this.#size;
  }

  countIn(callClass: number): number {
    return this.#lines[callClass]?.length ?? 0;
  }

  /** Waiting calls per class. */
  counts(): readonly number[] {
    return this.#lines.map((line) => line.length);
  }

  /** The most urgent class in which somebody waits; `CLASS_COUNT` when nobody does. */
  mostUrgent(): number {
    const first = this.#lines.findIndex((line) => line.length > 0);
    return first < 0 ? CLASS_COUNT : first;
  }

  add(waiter: Waiter): void {
    this.#lines[waiter.callClass]?.push(waiter);
    this.#size += 1;
    if (waiter.deadlineMs !== Number.POSITIVE_INFINITY) this.#withDeadline += 1;
  }

  /** Takes one out that left by itself; false when it was settled before. */
  remove(waiter: Waiter): boolean {
    if (waiter.isSettled) return false;
    this.#leave(waiter);
    const line = this.#lines[waiter.callClass];
    const at = line?.indexOf(waiter) ?? -1;
    if (at >= 0) line?.splice(at, 1);
    return true;
  }

  /** Gives away `count` permits of a class; returns how many found somebody. */
  serve(callClass: number, count: number, permit: (waiter: Waiter) => PermitResult): number {
    if (count === 0) return 0;
    let served = this.#serveLine(callClass, count, permit);
    for (; served < count; served += 1) {
      const waiter = this.#next(callClass);
      if (waiter === null) break;
      this.#settle(waiter, permit(waiter));
    }
    return served;
  }

  denyAll(result: PermitResult): void {
    for (const line of this.#lines) {
      for (const waiter of line.splice(0)) this.#settle(waiter, result);
    }
  }

  /** Denies those whose deadline passed; returns the next deadline. */
  denyLate(nowMs: number, denial: () => PermitResult): number {
    let nextMs = Number.POSITIVE_INFINITY;
    if (this.#withDeadline === 0) return nextMs;
    for (const [callClass, line] of this.#lines.entries()) {
      if (line.length === 0) continue;
      let hasLate = false;
      for (const waiter of line) {
        if (waiter.deadlineMs <= nowMs) hasLate = true;
        else if (waiter.deadlineMs < nextMs) nextMs = waiter.deadlineMs;
      }
      if (!hasLate) continue;
      this.#lines[callClass] = line.filter((waiter) => {
        if (waiter.deadlineMs > nowMs) return true;
        this.#settle(waiter, denial());
        return false;
      });
    }
    return nextMs;
  }

  /** Serves a line at once where nobody more urgent stands before it; returns how many were served. */
  #serveLine(callClass: number, count: number, permit: (waiter: Waiter) => PermitResult): number {
    if (this.mostUrgent() !== callClass || this.#gaveWay.size > 0) return 0;
    const line = this.#lines[callClass] ?? [];
    const served = Math.min(count, line.length);
    this.#lines[callClass] = line.slice(served);
    for (let place = 0; place < served; place += 1) {
      const waiter = line[place];
      if (waiter !== undefined) this.#settle(waiter, permit(waiter));
    }
    return served;
  }

  /**
   * Who gets a permit of the class: somebody more urgent who came since it was asked for, but never
   * twice in a row at the cost of the same class; else the first waiter of the class; else the most
   * urgent one left, since a permit is not wasted on an abort.
   */
  #next(callClass: number): Waiter | null {
    for (let urgent = 0; urgent < callClass; urgent += 1) {
      const line = this.#lines[urgent];
      if (line === undefined || line.length === 0) continue;
      if (this.#gaveWay.has(callClass)) break;
      this.#gaveWay.add(callClass);
      return line.shift() ?? null;
    }
    if (this.#gaveWay.size > 0) this.#gaveWay.delete(callClass);
    const own = this.#lines[callClass]?.shift();
    if (own !== undefined) return own;
    for (const line of this.#lines) {
      const other = line.shift();
      if (other !== undefined) return other;
    }
    return null;
  }

  #leave(waiter: Waiter): void {
    waiter.isSettled = true;
    this.#size -= 1;
    if (waiter.deadlineMs !== Number.POSITIVE_INFINITY) this.#withDeadline -= 1;
  }

  #settle(waiter: Waiter, result: PermitResult): void {
    if (waiter.isSettled) return;
    this.#leave(waiter);
    waiter.settle(result);
  }
}
