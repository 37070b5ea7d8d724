/** What the practice market has seen since it started. */
export interface PracticeStats {
  readonly domeggook: ServerStats;
  readonly naver: ServerStats;
  /** Products created since start. */
  readonly createdProducts: number;
  /** Created products whose non-empty seller code another live product already carried. */
  readonly duplicatesBySellerCode: number;
  /** Upload calls that succeeded, and the files in them. */
  readonly uploads: number;
  readonly files: number;
  /** Token requests, and those that break the rules of naver-commerce-api.md 1.7. */
  readonly tokenRequests: number;
  readonly laxTokenRequests: number;
}

/** What one server was asked and answered since the start. */
export interface ServerStats {
  /** Calls per API (`getItemView`, `POST /v2/products`), refused ones included. */
  readonly calls: Readonly<Record<string, number>>;
  readonly tooManyRequests: number;
  /** Answers per API and status (`POST /v2/products 400`). */
  readonly statuses: Readonly<Record<string, number>>;
}

/**
 * Where the servers count; `isDuplicate` is a second product with the same seller code, `isLax` a
 * token request against the rules of 1.7.
 */
export interface StatsBoard {
  countCall(server: 'domeggook' | 'naver', api: string): void;
  countStatus(server: 'domeggook' | 'naver', api: string, status: number): void;
  countProduct(isDuplicate: boolean): void;
  countUpload(files: number): void;
  countToken(isLax: boolean): void;
  read(): PracticeStats;
}

interface Tally {
  readonly calls: Map<string, number>;
  readonly statuses: Map<string, number>;
  tooManyRequests: number;
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Counts from nothing; a restart forgets. */
export function createStatsBoard(): StatsBoard {
  const empty = (): Tally => ({ calls: new Map(), statuses: new Map(), tooManyRequests: 0 });
  const tallies = { domeggook: empty(), naver: empty() };
  const totals = { products: 0, duplicates: 0, uploads: 0, files: 0, tokens: 0, laxTokens: 0 };
  const view = (tally: Tally): ServerStats => ({
    calls: Object.fromEntries(tally.calls),
    statuses: Object.fromEntries(tally.statuses),
    tooManyRequests: tally.tooManyRequests,
  });
  return {
    countCall: (server, api) => bump(tallies[server].calls, api),
    countStatus(server, api, status) {
      bump(tallies[server].statuses, `${api} ${status}`);
      if (status === 429) tallies[server].tooManyRequests += 1;
    },
    countProduct(isDuplicate) {
      totals.products += 1;
      if (isDuplicate) totals.duplicates += 1;
    },
    countUpload(files) {
      totals.uploads += 1;
      totals.files += files;
    },
    countToken(isLax) {
      totals.tokens += 1;
      if (isLax) totals.laxTokens += 1;
    },
    read: () => ({
      domeggook: view(tallies.domeggook),
      naver: view(tallies.naver),
      createdProducts: totals.products,
      duplicatesBySellerCode: totals.duplicates,
      uploads: totals.uploads,
      files: totals.files,
      tokenRequests: totals.tokens,
      laxTokenRequests: totals.laxTokens,
    }),
  };
}
