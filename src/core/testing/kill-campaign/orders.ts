/** What a life of the campaign's child process is told. */
export interface ChildOrders {
  /** The database file; the same for every life of a world. */
  readonly path: string;
  /** Port of the marketplace, and which of its worlds is this one's. */
  readonly port: number;
  readonly world: number;
  readonly itemNos: readonly string[];
  /** From where the fast clock of all lives counts. */
  readonly epochMs: number;
  /** The place between two writes at which it kills itself; null = it does not. */
  readonly killAtBoundary: number | null;
  /** Chance of a disk that fills up; null = it does not. */
  readonly diskSeed: number | null;
}

/** What a life that was not killed says at its end. */
export interface ChildReport {
  readonly boundaries: number;
  readonly jobs: readonly {
    readonly itemNo: string;
    readonly state: string;
    readonly originProductNo: string | null;
  }[];
  readonly openIntents: number;
  readonly openSteps: number;
  readonly resentRefusals: number;
}

/** What a life of the watcher's child process is told. */
export interface WatchOrders {
  readonly path: string;
  readonly port: number;
  readonly world: number;
  /** The place between two writes or calls at which it kills itself; null = it does not. */
  readonly killAtBoundary: number | null;
}

/** What is in the database after a sweep that was not killed. */
export interface WatchReport {
  /** `itemNo kind state`, in order. */
  readonly changes: readonly string[];
  /** `itemNo kind repeats`, in order. */
  readonly notices: readonly string[];
  /** What the history says of each item over time, `itemNo price/stock …`. */
  readonly points: readonly string[];
  readonly openWrites: number;
  readonly openFindings: number;
}
