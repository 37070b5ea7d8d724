import type { Reason } from '../../domain/reason';
import type { ExplanationStep } from '../model';
import { steps } from './explain';
import { readLabels } from './labels';
import { ProductContext } from './naming';
import { removeNumbering } from './numbering';
import { removeRepeatedWords, type TitleWords } from './repeated-words';
import { type CleanRow, NAME_LENGTH_MAX, note } from './rows';
import { readSetName, type SuppliedName } from './set-name';
import { type SplitContext, spellingKey } from './structure';
import { ValueKinds } from './value-kind';

/** What is known of the item besides its option values. All may be empty. */
export interface InferenceContext {
  readonly category: string;
  readonly title: string;
  /** The supplier's name of the dimension. */
  readonly setName: string;
}

/** Most supplier names remembered; then the memory starts anew. */
const NAMES_REMEMBERED_MAX = 5_000;

/** What readings in a row may share: it depends on the words alone, not on the item. Bounded. */
export class ReadingMemory {
  readonly kinds = new ValueKinds();
  readonly #names = new Map<string, readonly (SuppliedName | null)[]>();

  namesOf(setName: string): readonly (SuppliedName | null)[] {
    const known = this.#names.get(setName);
    if (known !== undefined) return known;
    const names = readSetName(setName);
    if (this.#names.size >= NAMES_REMEMBERED_MAX) this.#names.clear();
    this.#names.set(setName, names);
    return names;
  }
}

/** The choices with list-wide prefixes removed and repeated rows taken out. */
export class ChoiceList {
  readonly rows: readonly CleanRow[];
  readonly texts: readonly string[];
  readonly supplied: readonly (SuppliedName | null)[];
  readonly label: string | null;
  readonly isShadeNumber: boolean;
  /** False when a name is too long to be one; then all values stay whole. */
  readonly isReadable: boolean;
  readonly product: ProductContext;
  readonly split: SplitContext;
  /** The texts with their numbers, when those may be shade numbers. */
  readonly numberedTexts: readonly string[];

  constructor(
    choices: readonly CleanRow[],
    title: TitleWords,
    context: InferenceContext,
    memory: ReadingMemory,
    trail: ExplanationStep[],
    notes: Reason[],
  ) {
    this.supplied = memory.namesOf(context.setName);
    this.product = new ProductContext(context.category, context.title);
    let texts: readonly string[] = choices.map((row) => row.text);
    this.numberedTexts = texts;
    this.isReadable = texts.every((text) => text.length <= NAME_LENGTH_MAX);
    const numbered = this.isReadable ? removeNumbering(texts, true) : null;
    if (numbered !== null) {
      texts = numbered.texts;
      trail.push(steps.numbering());
    }
    this.isShadeNumber = numbered?.isBare === true;
    const labelled = this.isReadable ? readLabels(texts) : null;
    this.label = labelled?.names.length === 1 ? (labelled.names[0] ?? null) : null;
    if (labelled !== null && labelled.names.length === 1) {
      texts = labelled.parts.map((row) => row[0] ?? '');
      trail.push(steps.label(labelled.names[0] ?? ''));
    }
    const repeated = this.isReadable ? removeRepeatedWords(texts, title) : null;
    if (repeated !== null) {
      texts = repeated.texts;
      trail.push(steps.repeatedWords(repeated.removed));
      texts = removeNumbering(texts, false)?.texts ?? texts;
    }
    const seen = new Set<string>();
    const rows: CleanRow[] = [];
    const kept: string[] = [];
    for (let place = 0; place < choices.length; place += 1) {
      const row = choices[place];
      if (row === undefined) continue;
      const text = texts[place] ?? row.text;
      const key = this.isReadable ? spellingKey(text) : text;
      if (seen.has(key)) {
        notes.push(note('OPTIONS_DUPLICATE_LEFT_OUT', row.index, row.text));
        continue;
      }
      seen.add(key);
      rows.push(row);
      kept.push(text);
    }
    this.rows = rows;
    this.texts = kept;
    this.split = {
      kinds: memory.kinds,
      title,
      names: this.supplied.map((name) => name?.name ?? null),
      isBareNumberingAllowed: false,
    };
  }
}
