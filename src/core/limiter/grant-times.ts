/** Deliveries of permits remembered to find the one that an answer belongs to. */
const DELIVERIES_KEPT = 64;
/** Of permits handed out together so many are remembered: they all have the same time. */
const ALIKE_MAX = 8;
/** A caller that sends later than this after its permit is slow itself: not the way to the gateway. */
const GRANT_TO_SEND_MAX_MS = 250;

/** When permits were handed out, to tell how long after its permit a call was sent. Bounded. */
export class GrantTimes {
  /** By the backend's plan, oldest first. */
  readonly #deliveries: { readonly atMs: number; calls: number }[] = [];

  note(atMs: number, calls: number): void {
    this.#deliveries.push({ atMs, calls: Math.min(calls, ALIKE_MAX) });
    if (this.#deliveries.length > DELIVERIES_KEPT) this.#deliveries.shift();
  }

  /** The planned time of the newest permit handed out before the call was sent, once each; the call's own time if none. */
  take(sentMs: number): number {
    const at = this.#deliveries.findLastIndex(({ atMs }) => atMs <= sentMs + 1);
    const delivery = this.#deliveries[at];
    if (delivery === undefined) return sentMs;
    delivery.calls -= 1;
    if (delivery.calls === 0) this.#deliveries.splice(at, 1);
    return sentMs - delivery.atMs < GRANT_TO_SEND_MAX_MS ? delivery.atMs : sentMs;
  }
}
