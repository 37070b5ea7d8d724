import type { BatchId, ItemNo } from '@shared/domain/ids';
import type { Database } from '../storage/database';

/** A part of a list that is written down and not taken in yet. */
export interface ListPiece {
  /** Place of the first number in the list, from 0. */
  readonly firstPosition: number;
  readonly itemNos: readonly ItemNo[];
}

/** The parts of long lists that are still to be taken in. Runs inside transactions of the caller. */
export interface ListPieces {
  /** Writes `itemNos` down in pieces, the first number at `firstPosition` of the list. */
  keep(listId: string, itemNos: readonly ItemNo[], firstPosition: number): void;
  /** Removes and gives the next piece; null when the list is whole. */
  takeNext(listId: string): ListPiece | null;
  /** Removes what is left; gives how many numbers that were. */
  drop(listId: string): number;
  /** Numbers that are not taken in yet. */
  leftOf(listId: string): number;
  /** Batches with something left, the oldest first. */
  openBatches(): readonly BatchId[];
}

/** Numbers taken in with one transaction: about 20 ms, and well under 100 on a busy machine. */
export const LIST_PIECE_SIZE = 250;

/**
 * Longest pause after a piece, which else is as long as the piece took: half of the time is everybody
 * else's. An answer needs several turns of the event loop, and with one turn between two pieces it would
 * wait for as many pieces.
 */
export const MAX_PIECE_PAUSE_MS = 50;

/** How many numbers of a list are not taken in yet, for a query that has `batches`. */
export const UNTAKEN_OF_BATCH =
  '(SELECT ifnull(SUM(p.item_count), 0) FROM list_pieces p WHERE p.list_id = batches.batch_id)';

/**
 * The pieces of a database, of `LIST_PIECE_SIZE` numbers each; lists of batches and of rehearsals
 * share the table.
 */
export function createListPieces(database: Database): ListPieces {
  const insert = database.prepare(
    'INSERT INTO list_pieces (list_id, first_position, item_count, item_nos) VALUES (?, ?, ?, ?)',
  );
  const selectNext = database.prepare<[string], { first_position: number; item_nos: string }>(
    `SELECT first_position, item_nos FROM list_pieces
     WHERE list_id = ? ORDER BY first_position LIMIT 1`,
  );
  const remove = database.prepare(
    'DELETE FROM list_pieces WHERE list_id = ? AND first_position = ?',
  );
  const selectLeft = database
    .prepare<[string], number>(
      'SELECT ifnull(SUM(item_count), 0) FROM list_pieces WHERE list_id = ?',
    )
    .pluck();
  const removeAll = database.prepare('DELETE FROM list_pieces WHERE list_id = ?');
  const selectOpenBatches = database
    .prepare<[], BatchId>(
      `SELECT batch_id FROM batches
       WHERE batch_id IN (SELECT DISTINCT list_id FROM list_pieces) ORDER BY rowid`,
    )
    .pluck();

  return {
    keep: (listId, itemNos, firstPosition) => {
      for (let at = 0; at < itemNos.length; at += LIST_PIECE_SIZE) {
        const piece = itemNos.slice(at, at + LIST_PIECE_SIZE);
        insert.run(listId, firstPosition + at, piece.length, piece.join(' '));
      }
    },
    takeNext: (listId) => {
      const row = selectNext.get(listId);
      if (row === undefined) return null;
      remove.run(listId, row.first_position);
      return {
        firstPosition: row.first_position,
        itemNos: row.item_nos.split(' ') as readonly string[] as readonly ItemNo[],
      };
    },
    drop: (listId) => {
      const leftCount = selectLeft.get(listId) ?? 0;
      removeAll.run(listId);
      return leftCount;
    },
    leftOf: (listId) => selectLeft.get(listId) ?? 0,
    openBatches: () => selectOpenBatches.all(),
  };
}
