import type { Severity } from '../domain/reason';
import type { ScreeningSettings } from '../domain/settings';
import type { WordPack } from './pack';
import { WORD_PACKS } from './packs';

/** One word that was found, and by whose list. */
export interface FoundWord {
  readonly word: string;
  readonly severity: Severity;
  /** Null for a word of the seller's own. */
  readonly pack: WordPack | null;
  readonly note: string;
}

/** Looks for the words of packs and seller in one text. */
export type WordFinder = (text: string, categoryPath: string | null) => readonly FoundWord[];

interface Entry {
  readonly plain: string;
  readonly found: FoundWord;
  readonly except: readonly string[];
  readonly onlyIn: readonly string[] | null;
  readonly notIn: readonly string[];
}

/**
 * A finder for `settings`. Capitals, spaces inside the text and Unicode forms do not hide a word;
 * every word is told once per text. Make it once and use it for many drafts.
 */
export function createWordFinder(
  settings: ScreeningSettings,
  packs: readonly WordPack[] = WORD_PACKS,
): WordFinder {
  const allowed = new Set(settings.allowedWords.map(plainOf));
  const entries: Entry[] = packs.flatMap((pack) => {
    const severity = settings.packs[pack.id] ?? pack.severity;
    if (severity === 'off') return [];
    return pack.words
      .filter(({ word }) => !allowed.has(plainOf(word)))
      .map(
        ({ word, except = [] }): Entry => ({
          plain: plainOf(word),
          found: { word, severity, pack, note: '' },
          except: except.map(plainOf),
          onlyIn: pack.onlyIn ?? null,
          notIn: pack.notIn ?? [],
        }),
      );
  });
  for (const { word, severity, note } of settings.ownWords) {
    const plain = plainOf(word);
    if (plain === '') continue;
    entries.push({
      plain,
      found: { word, severity, pack: null, note },
      except: [],
      onlyIn: null,
      notIn: [],
    });
  }
  return (text, categoryPath) => {
    const plain = plainOf(text);
    if (plain === '') return [];
    const path = categoryPath ?? '';
    const seen = new Set<string>();
    const found: FoundWord[] = [];
    for (const entry of entries) {
      if (seen.has(entry.plain) || !plain.includes(entry.plain)) continue;
      // Without a category nobody can tell, so the pack is looked for.
      if (path !== '' && entry.onlyIn !== null && !entry.onlyIn.some((part) => path.includes(part)))
        continue;
      if (entry.notIn.some((part) => path.includes(part))) continue;
      if (!isFreeStanding(plain, entry)) continue;
      seen.add(entry.plain);
      found.push(entry.found);
    }
    return found;
  };
}

/** True when the word also stands outside of its harmless longer words. */
function isFreeStanding(plain: string, entry: Entry): boolean {
  let rest = plain;
  for (const longer of entry.except) rest = rest.split(longer).join('\n');
  return rest.includes(entry.plain);
}

function plainOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}

/** `text` without `word`, however it is spaced or capitalised there; other words stay as they are. */
export function withoutWord(text: string, word: string, by = ''): string {
  const letters = [...word.normalize('NFC').replace(/\s+/g, '')].map((letter) =>
    letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  if (letters.length === 0) return text;
  return text
    .normalize('NFC')
    .replace(new RegExp(letters.join('\\s*'), 'giu'), () => by)
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}
