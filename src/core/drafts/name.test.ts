import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planName } from './name';
import { FORBIDDEN_NAME_CHARACTERS } from './name-noise';
import { planTags, TAGS_MAX } from './tags';

describe('planName', () => {
  it.each([
    ['[당일발송] 스테인리스 텀블러 500ml', '스테인리스 텀블러 500ml'],
    ['★인기★ 이음 빈티지 워싱 볼캡', '이음 빈티지 워싱 볼캡'],
    ['[AB-1234] 접이식 리빙박스', '접이식 리빙박스'],
    ['DM12345_원목 도마', '원목 도마'],
    ['원목 도마 (무료배송)', '원목 도마'],
    ['무지 양말 양말 10켤레', '무지 양말 10켤레'],
    ['[2개 세트] 극세사 수건', '2개 세트 극세사 수건'],
    ['★BEST★ 패딩 베스트', '패딩 베스트'],
    ['[NEW] NEW 스타일 컵', 'NEW 스타일 컵'],
    ['컵 "대용량" <유리>', '컵 대용량 유리'],
    ['티셔츠(블랙)', '티셔츠(블랙)'],
    ['A4 노트 & 볼펜', 'A4 노트 & 볼펜'],
    ['순면 티셔츠 <b>남녀공용</b><br/>', '순면 티셔츠 남녀공용'],
    ['원목 도마 010-1234-5678', '원목 도마'],
    ['원목 도마 카톡: woodshop', '원목 도마'],
  ])('%s becomes %s', (title, name) => {
    expect(planName(title, 1).value).toBe(name);
  });

  it('says what it removed', () => {
    expect(planName('[특가] 우산', 1).steps[0]?.ko).toContain('[특가]');
  });

  it('names the number of pieces of a bundle', () => {
    expect(planName('망사 수세미', 10).value).toBe('망사 수세미 10개 묶음');
  });

  it('is empty when a title is nothing but promotion', () => {
    expect(planName('[당일발송] ★특가★', 1).value).toBe('');
  });

  it('cuts a long title at a word and says so', () => {
    const planned = planName(Array.from({ length: 40 }, (_, at) => `낱말${at}`).join(' '), 1);
    expect(planned.value.length).toBeLessThanOrEqual(100);
    expect(planned.value.endsWith(' ')).toBe(false);
    expect(planned.reasons[0]?.code).toBe('DRAFT_NAME_CUT');
  });

  it('is never too long and never holds a forbidden character, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'grapheme' }),
        fc.integer({ min: 1, max: 999 }),
        (title, unitQuantity) => {
          const name = planName(title, unitQuantity).value;
          expect(name.length).toBeLessThanOrEqual(100);
          expect(name.match(FORBIDDEN_NAME_CHARACTERS)).toBeNull();
        },
      ),
    );
  });
});

describe('planTags', () => {
  it('takes at most ten, each once, without promotion or marks', () => {
    const keywords = [
      '#텀블러',
      '텀블러',
      '특가',
      '보온 병',
      '1',
      ...'가나다라마바사아자차'.split('').map((c) => `컵${c}`),
    ];
    const tags = planTags(keywords);
    expect(tags.slice(0, 2)).toEqual(['텀블러', '보온병']);
    expect(tags).toHaveLength(TAGS_MAX);
  });
});
