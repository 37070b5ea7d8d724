import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type ScreeningSettings } from '../domain/settings';
import { createWordFinder, withoutWord } from './find-words';
import { WORD_PACK_IDS } from './pack';
import { WORD_PACKS } from './packs';

const defaults = defaultSettings().screening;
const allOff = Object.fromEntries(WORD_PACK_IDS.map((id) => [id, 'off' as const]));
const find = (text: string, path: string | null, change: Partial<ScreeningSettings> = {}) =>
  createWordFinder({ ...defaults, ...change })(text, path).map(({ word }) => word);

describe('word packs', () => {
  it('exist for every id, with title, basis and source', () => {
    expect(WORD_PACKS.map(({ id }) => id)).toEqual([...WORD_PACK_IDS]);
    for (const pack of WORD_PACKS) {
      expect(pack.words.length).toBeGreaterThan(0);
      expect(pack.source).toMatch(/\d{4}-\d{2}/);
    }
  });

  it('are looked for in the categories they are about, and not in books and toys', () => {
    expect(find('아토피 케어 크림', '화장품/미용>스킨케어>크림')).toEqual(['아토피']);
    expect(find('아토피 케어 매트', '생활/건강>침구>매트')).toEqual([]);
    expect(find('특효약 이야기', '도서>소설')).toEqual([]);
    expect(find('특효약 이야기', null)).toEqual(['특효약']);
  });

  it('see through spaces and capitals, and leave longer harmless words alone', () => {
    expect(find('미 러 급 시계', '패션잡화>시계')).toEqual(['미러급']);
    expect(find('sa급 지갑', '패션잡화>지갑')).toEqual(['SA급']);
    expect(find('레고 호환 블록', '생활/건강>블록')).toEqual([]);
    expect(find('레고 호환 블록과 레고', '생활/건강>블록')).toEqual(['레고']);
  });
});

describe('the seller’s own lists', () => {
  it('add words, take words out and switch packs off', () => {
    const own = { word: '무료나눔', severity: 'block' as const, note: '' };
    expect(find('무료 나눔 컵', null, { ownWords: [own] })).toEqual(['무료나눔']);
    expect(find('나이키 양말', '패션잡화>양말', { allowedWords: ['나이키'] })).toEqual([]);
    expect(find('나이키 양말', '패션잡화>양말', { packs: { trademark: 'off' } })).toEqual([]);
  });
});

describe('taking a word out', () => {
  it('leaves a text in which the word is not found any more', () => {
    const anyWord = fc.constantFrom(...WORD_PACKS.flatMap(({ words }) => words.map((w) => w.word)));
    const harmless = fc.constantFrom('', '대용량 컵', 'large cup 500ml', '신상');
    fc.assert(
      fc.property(harmless, anyWord, harmless, (before, word, after) => {
        const own = { word, severity: 'ask' as const, note: '' };
        const text = withoutWord(`${before} ${word.split('').join(' ')} ${after}`, word);
        expect(find(text, null, { packs: allOff, ownWords: [own] })).toEqual([]);
      }),
    );
    expect(withoutWord('컵 나이키 대용량', '나이키')).toBe('컵 대용량');
    expect(withoutWord('나 이 키 컵', '나이키', '정품')).toBe('정품 컵');
  });
});
