import { describe, expect, it } from 'vitest';
import { catalogue, type MessageCode, textOf } from './catalogue';
import type { Language } from './types';

const LANGUAGES: readonly Language[] = ['ko', 'en'];

describe('the text of a code', () => {
  it('leaves out an aside that has nothing to say, and keeps one that has', () => {
    expect(textOf('DRAFT_LICENCE_MISSING', 'ko', { text: '' }).message).toBe(
      '공급사 이미지를 쓸 허락이 없습니다.',
    );
    expect(textOf('DRAFT_LICENCE_MISSING', 'ko', { text: '문의' }).message).toContain(
      '(안내: 문의)',
    );
    expect(textOf('DRAFT_LICENCE_MISSING', 'en', { text: '' }).message).not.toMatch(/[()]/);
  });

  it('says names of the marketplace in the seller’s words, and leaves unknown ones as they are', () => {
    const open = { kinds: 'KC, CHILD, NEW', stated: '' };
    expect(textOf('DRAFT_CERTIFICATION_OPEN', 'ko', open).message).toBe(
      '이 카테고리는 인증 여부를 정해야 합니다: KC 인증, 어린이제품 인증, NEW',
    );
    const doubtful = { type: 'ETC', likely: 'KITCHEN_UTENSILS' };
    expect(textOf('DRAFT_NOTICE_CLASS_DOUBTFUL', 'ko', doubtful).message).toContain('‘주방용품’');
    expect(textOf('DRAFT_NOTICE_CLASS_DOUBTFUL', 'en', doubtful).message).toContain('Kitchenware');
  });

  it('keeps a place visible whose parameter is missing', () => {
    expect(textOf('INTAKE_EMPTY', 'en').message).toBe('{file} is empty.');
  });

  it.each(LANGUAGES)('reads well in %s with every aside empty', (language) => {
    for (const code of Object.keys(catalogue) as MessageCode[]) {
      const { message, fix } = catalogue[code][language];
      const places = [...`${message} ${fix}`.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
      const filled = textOf(code, language, Object.fromEntries(places.map((name) => [name, ''])));
      expect(`${filled.message} ${filled.fix}`, code).not.toMatch(/\( *\)|[(][^()]*: *[)]/);
    }
  });
});
