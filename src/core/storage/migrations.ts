import type { Migration } from './migrate';
import keyValues from './migrations/0001-key-values.sql?raw';
import drafts from './migrations/0002-drafts.sql?raw';
import registration from './migrations/0003-registration.sql?raw';
import uploadedPictures from './migrations/0004-uploaded-pictures.sql?raw';
import callCounts from './migrations/0005-call-counts.sql?raw';
import optionCorrections from './migrations/0006-option-corrections.sql?raw';
import queueControl from './migrations/0007-queue-control.sql?raw';
import draftReview from './migrations/0008-draft-review.sql?raw';
import pictureWork from './migrations/0009-picture-work.sql?raw';
import watch from './migrations/0010-watch.sql?raw';
import notifications from './migrations/0011-notifications.sql?raw';
import cacheAndFigures from './migrations/0012-cache-and-figures.sql?raw';
import listPieces from './migrations/0014-list-pieces.sql?raw';
import undoPieces from './migrations/0016-undo-pieces.sql?raw';

/** Every step of the schema, oldest first. Append only. */
export const migrations: readonly Migration[] = [
  { name: '0001-key-values', sql: keyValues },
  { name: '0002-drafts', sql: drafts },
  { name: '0003-registration', sql: registration },
  { name: '0004-uploaded-pictures', sql: uploadedPictures },
  { name: '0005-call-counts', sql: callCounts },
  { name: '0006-option-corrections', sql: optionCorrections },
  { name: '0007-queue-control', sql: queueControl },
  { name: '0008-draft-review', sql: draftReview },
  { name: '0009-picture-work', sql: pictureWork },
  { name: '0010-watch', sql: watch },
  { name: '0011-notifications', sql: notifications },
  { name: '0012-cache-and-figures', sql: cacheAndFigures },
  { name: '0014-list-pieces', sql: listPieces },
  { name: '0016-undo-pieces', sql: undoPieces },
];
