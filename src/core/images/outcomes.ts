import { pictureUrlOf, sameAddressKey } from './picture-url';
import type { PictureOutcome, PictureRole, PreparedFile } from './port';

/** The files of every picture that has some, by role and address; a duplicate has its original's. */
export interface PictureFiles {
  /** Gallery files in the plan's order, each content once; the first is the representative one. */
  readonly product: readonly PreparedFile[];
  /**
   * Files of a description picture, slices top to bottom; null when the picture was dropped or never
   * planned. `src` may be written as in the HTML.
   */
  detailFilesOf(src: string): readonly PreparedFile[] | null;
  /** Every file once, product pictures first: what has to be uploaded. */
  readonly all: readonly PreparedFile[];
}

/** Reads the outcomes of one `prepare` call. */
export function pictureFilesOf(outcomes: readonly PictureOutcome[]): PictureFiles {
  const filesByKey = new Map<string, readonly PreparedFile[]>();
  for (const outcome of outcomes) {
    if (outcome.kind === 'prepared') {
      filesByKey.set(keyOf(outcome.role, outcome.url), outcome.files);
    }
  }
  const filesOf = (outcome: PictureOutcome): readonly PreparedFile[] => {
    if (outcome.kind === 'dropped') return [];
    const url = outcome.kind === 'duplicate' ? outcome.ofUrl : outcome.url;
    return filesByKey.get(keyOf(outcome.role, url)) ?? [];
  };
  const detail = new Map<string, readonly PreparedFile[]>();
  for (const outcome of outcomes) {
    if (outcome.role === 'detail' && outcome.kind !== 'dropped') {
      detail.set(sameAddressKey(outcome.url), filesOf(outcome));
    }
  }
  const product = withoutRepeats(
    outcomes.filter((outcome) => outcome.role === 'product').flatMap(filesOf),
  );
  return {
    product,
    detailFilesOf: (src) => {
      const address = pictureUrlOf(src);
      if (address.kind !== 'url') return null;
      return detail.get(sameAddressKey(address.url)) ?? null;
    },
    all: withoutRepeats([...product, ...[...detail.values()].flat()]),
  };
}

function keyOf(role: PictureRole, url: string): string {
  return `${role} ${url}`;
}

function withoutRepeats(files: readonly PreparedFile[]): readonly PreparedFile[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}
