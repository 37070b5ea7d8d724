import { describe, expect, it } from 'vitest';
import type { NaverCategory } from '../naver/port';
import { createCategoryIndex } from './category-index';

const PATHS = [
  '패션의류>여성의류>티셔츠',
  '패션의류>여성의류>블라우스/셔츠',
  '패션의류>남성의류>티셔츠',
  '패션의류>남성의류>셔츠/남방',
  '패션잡화>여성신발>운동화',
  '패션잡화>남성신발>운동화',
  '패션잡화>양말>여성양말',
  '패션잡화>양말>남녀공용양말',
  '패션잡화>모자>볼캡',
  '출산/육아>유아동의류>양말',
  '출산/육아>유아동의류>모자',
  '출산/육아>유아동의류>티셔츠',
  '생활/건강>주방용품>텀블러',
  '생활/건강>주방용품>프라이팬',
  '생활/건강>반려동물>강아지용품>강아지의류',
  '생활/건강>반려동물>고양이용품>고양이장난감',
  '디지털/가전>휴대폰액세서리>충전용품>휴대폰충전기',
  '디지털/가전>휴대폰액세서리>충전용품>무선충전기',
];
const leaves: readonly NaverCategory[] = PATHS.map((path, at) => ({
  id: String(50_000_000 + at),
  name: path.split('>').at(-1) ?? '',
  path,
  isLeaf: true,
}));
const index = createCategoryIndex(leaves);

function best(path: string, title: string, keywords: readonly string[] = []) {
  const [first] = index.search({ path: path.split('>'), title, keywords }, 5);
  return first;
}

describe('category search', () => {
  it.each([
    ['생활/주방>주방용품>텀블러', '손잡이 스테인리스 텀블러', '생활/건강>주방용품>텀블러'],
    ['생활/주방>주방용품>후라이팬', '인덕션 궁중팬', '생활/건강>주방용품>프라이팬'],
    ['의류>여성의류>티셔츠', '라운드 티셔츠', '패션의류>여성의류>티셔츠'],
    ['의류>남성의류>셔츠', '옥스포드 셔츠', '패션의류>남성의류>셔츠/남방'],
    ['반려동물>강아지>강아지의류', '소형견 패딩 조끼', '생활/건강>반려동물>강아지용품>강아지의류'],
    ['반려동물>고양이>고양이장난감', '낚싯대 장난감', '생활/건강>반려동물>고양이용품>고양이장난감'],
    [
      '디지털>휴대폰용품>충전기',
      '45W 접지 멀티 충전기',
      '디지털/가전>휴대폰액세서리>충전용품>휴대폰충전기',
    ],
    ['유아동>유아의류>상의', '곰돌이 아동 티셔츠', '출산/육아>유아동의류>티셔츠'],
  ])('%s “%s” is %s with enough confidence', (path, title, expected) => {
    const found = best(path, title);
    expect(found?.path).toBe(expected);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.6);
  });

  it('does not send goods for everybody to the children’s branch', () => {
    expect(best('패션잡화>양말>양말', '중목 양말')?.path).toBe('패션잡화>양말>남녀공용양말');
    expect(best('패션잡화>모자>캡모자', '빈티지 볼캡 모자')?.path).toBe('패션잡화>모자>볼캡');
  });

  it('is not sure when two branches fit equally', () => {
    expect(best('패션잡화>신발>운동화', '런닝 운동화')?.confidence).toBeLessThan(0.6);
    expect(best('패션잡화>신발>운동화', '남성 런닝 운동화')).toMatchObject({
      path: '패션잡화>남성신발>운동화',
    });
  });

  it('is not sure when hardly anything fits', () => {
    expect(best('공구>부품>볼트', '육각 볼트')?.confidence ?? 0).toBeLessThan(0.4);
  });

  it('finds nothing for evidence without letters, and in an empty list', () => {
    expect(index.search({ path: [], title: '!!', keywords: [] }, 5)).toEqual([]);
    expect(createCategoryIndex([]).search({ path: ['컵'], title: '컵', keywords: [] }, 5)).toEqual(
      [],
    );
  });

  it('answers alike for the same question and offers ranked candidates', () => {
    const question = { path: ['의류', '티셔츠'], title: '무지 티셔츠', keywords: [] };
    const answers = index.search(question, 5);
    expect(index.search(question, 5)).toEqual(answers);
    expect(answers.length).toBeGreaterThan(1);
    const [first, second] = answers;
    expect(first?.confidence ?? 0).toBeGreaterThanOrEqual(second?.confidence ?? 1);
  });
});
