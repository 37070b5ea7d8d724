import type { ChannelProductNo, ItemNo, OriginProductNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Database } from '../storage/database';
import type { StoredDifference } from './port';
import { type Expectation, expectationSchema } from './verification';

/** A create call that was about to be sent. */
export interface Intent {
  readonly intentId: number;
  readonly sellerCode: string;
  readonly bodySha256: string;
  readonly draftVersion: number;
  readonly writtenAtMs: number;
  readonly lookUps: number;
  /** Null when the stored text cannot be understood any more. */
  readonly expectation: Expectation | null;
}

/**
 * A create call as it is written down before it leaves. `bodySha256` tells a changed body from a
 * refused one, and `expectation` is what the product is compared with afterwards (null: not
 * compared).
 */
export interface NewIntent {
  readonly jobSeq: number;
  readonly storeId: StoreId;
  readonly sellerCode: string;
  readonly bodySha256: string;
  readonly draftVersion: number;
  readonly expectation: Expectation | null;
}

/**
 * A product that was found or created. `isAdopted`: it was in the store without our having sent it,
 * and an undo leaves it alone unless told otherwise. `draftVersion` null for those; null elsewhere:
 * not known yet.
 */
export interface NewProduct {
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly originProductNo: OriginProductNo;
  readonly channelProductNo: ChannelProductNo | null;
  readonly sellerCode: string;
  readonly name: string | null;
  readonly salePriceKrw: number | null;
  readonly stock: number | null;
  readonly draftVersion: number | null;
  readonly isAdopted: boolean;
}

/** What was sent to Naver and what exists there. Runs inside transactions of the caller. */
export interface ProductRecords {
  /** Gives the intent's number. Must be on disk before the call is sent. */
  writeIntent(intent: NewIntent, atMs: number): number;
  findIntent(intentId: number): Intent | null;
  /** The newest intent of a job, settled or not. */
  findLatestIntent(jobSeq: number): Intent | null;
  /** Counts one fruitless look-up. */
  countLookUp(intentId: number): void;
  /**
   * `found`: by its seller code, after the answer was lost; `absent`: certainly not created;
   * `not-sent`: the call never left.
   */
  settleIntent(
    intentId: number,
    outcome: 'created' | 'found' | 'rejected' | 'absent' | 'not-sent',
    atMs: number,
    detail?: { readonly reasons?: readonly Reason[]; readonly traceId?: string | null },
  ): void;
  /** True when Naver refused exactly this body for this job before. */
  wasRejected(jobSeq: number, bodySha256: string): boolean;
  /** Forgets what a verified product had to look like. */
  dropExpectations(jobSeq: number): void;
  /** Keeps where Naver stores something else than was sent; what an earlier look found is replaced. */
  keepDifferences(jobSeq: number, differences: readonly StoredDifference[]): void;
  /** Writes the product, or brings the numbers of the known one up to date. */
  saveProduct(product: NewProduct, atMs: number): void;
  markVerified(
    storeId: StoreId,
    itemNo: ItemNo,
    stored: { readonly name: string; readonly salePriceKrw: number; readonly stock: number },
    atMs: number,
  ): void;
}

interface IntentRow {
  readonly intent_id: number;
  readonly seller_code: string;
  readonly body_sha256: string;
  readonly draft_version: number;
  readonly written_at_ms: number;
  readonly look_ups: number;
  readonly expectation_json: string | null;
}

/** More differing options than a person would read one by one. */
const MAX_DIFFERENCES = 200;

/**
 * The intents and products of a database. `saveProduct` of a known item replaces its product
 * numbers only, and keeps price, stock and name as they were verified.
 */
export function createProductRecords(database: Database): ProductRecords {
  const insertIntent = database.prepare(
    `INSERT INTO registration_intents
       (job_seq, store_id, seller_code, body_sha256, draft_version, written_at_ms, expectation_json)
     VALUES (@jobSeq, @storeId, @sellerCode, @bodySha256, @draftVersion, @atMs, @expectationJson)`,
  );
  const selectIntent = database.prepare<[number], IntentRow>(
    'SELECT * FROM registration_intents WHERE intent_id = ?',
  );
  const selectLatest = database.prepare<[number], IntentRow>(
    'SELECT * FROM registration_intents WHERE job_seq = ? ORDER BY intent_id DESC LIMIT 1',
  );
  const addLookUp = database.prepare(
    'UPDATE registration_intents SET look_ups = look_ups + 1 WHERE intent_id = ?',
  );
  const settle = database.prepare(
    `UPDATE registration_intents
     SET outcome = ?, settled_at_ms = ?, reasons_json = ?, trace_id = ? WHERE intent_id = ?`,
  );
  const selectRejected = database.prepare<[number, string], { one: number }>(
    `SELECT 1 AS one FROM registration_intents
     WHERE job_seq = ? AND body_sha256 = ? AND outcome = 'rejected' LIMIT 1`,
  );
  const dropExpectation = database.prepare(
    'UPDATE registration_intents SET expectation_json = NULL WHERE job_seq = ?',
  );
  const dropDifferences = database.prepare('DELETE FROM stored_differences WHERE job_seq = ?');
  const insertDifference = database.prepare(
    `INSERT INTO stored_differences (job_seq, position, field, detail, wanted, stored)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const upsertProduct = database.prepare(
    `INSERT INTO products (store_id, item_no, origin_product_no, channel_product_no, seller_code,
       name, sale_price_krw, stock, draft_version, is_adopted, registered_at_ms)
     VALUES (@storeId, @itemNo, @originProductNo, @channelProductNo, @sellerCode,
       @name, @salePriceKrw, @stock, @draftVersion, @isAdopted, @atMs)
     ON CONFLICT (store_id, item_no) DO UPDATE SET
       origin_product_no = excluded.origin_product_no,
       channel_product_no = excluded.channel_product_no`,
  );
  const verify = database.prepare(
    `UPDATE products SET name = ?, sale_price_krw = ?, stock = ?, verified_at_ms = ?
     WHERE store_id = ? AND item_no = ?`,
  );
  return {
    writeIntent: (intent, atMs) => {
      const { lastInsertRowid } = insertIntent.run({
        jobSeq: intent.jobSeq,
        storeId: intent.storeId,
        sellerCode: intent.sellerCode,
        bodySha256: intent.bodySha256,
        draftVersion: intent.draftVersion,
        atMs,
        expectationJson: intent.expectation === null ? null : JSON.stringify(intent.expectation),
      });
      return Number(lastInsertRowid);
    },
    findIntent: (intentId) => intentOf(selectIntent.get(intentId)),
    findLatestIntent: (jobSeq) => intentOf(selectLatest.get(jobSeq)),
    countLookUp: (intentId) => {
      addLookUp.run(intentId);
    },
    settleIntent: (intentId, outcome, atMs, detail = {}) => {
      settle.run(
        outcome,
        atMs,
        JSON.stringify(detail.reasons ?? []),
        detail.traceId ?? null,
        intentId,
      );
    },
    wasRejected: (jobSeq, bodySha256) => selectRejected.get(jobSeq, bodySha256) !== undefined,
    dropExpectations: (jobSeq) => {
      dropExpectation.run(jobSeq);
    },
    keepDifferences: (jobSeq, differences) => {
      dropDifferences.run(jobSeq);
      differences.slice(0, MAX_DIFFERENCES).forEach(({ field, detail, wanted, stored }, index) => {
        insertDifference.run(jobSeq, index, field, detail, wanted, stored);
      });
    },
    saveProduct: (product, atMs) => {
      upsertProduct.run({ ...product, isAdopted: product.isAdopted ? 1 : 0, atMs });
    },
    markVerified: (storeId, itemNo, stored, atMs) => {
      verify.run(stored.name, stored.salePriceKrw, stored.stock, atMs, storeId, itemNo);
    },
  };
}

function intentOf(row: IntentRow | undefined): Intent | null {
  if (row === undefined) return null;
  return {
    intentId: row.intent_id,
    sellerCode: row.seller_code,
    bodySha256: row.body_sha256,
    draftVersion: row.draft_version,
    writtenAtMs: row.written_at_ms,
    lookUps: row.look_ups,
    expectation: parseExpectation(row.expectation_json),
  };
}

function parseExpectation(json: string | null): Expectation | null {
  if (json === null) return null;
  try {
    return expectationSchema.parse(JSON.parse(json));
  } catch {
    // Only the comparison is lost: the job then says that it was not verified.
    return null;
  }
}
