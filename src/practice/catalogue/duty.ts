/** Lines that suppliers add to every notice of a class, after those of the product itself. */
const MORE_LINES: Readonly<Record<string, string>> = {
  의류: '세탁방법 및 취급시 주의사항=찬물 단독 세탁|제조연월=2026년 8월 이후|품질보증기준=소비자분쟁해결기준에 따름',
  '구두/신발': '취급시 주의사항=물세탁 금지|품질보증기준=소비자분쟁해결기준에 따름',
  가방: '취급시 주의사항=물에 젖지 않게 보관|품질보증기준=소비자분쟁해결기준에 따름',
  '침구류/커튼':
    '세탁방법 및 취급시 주의사항=30도 이하 세탁|품질보증기준=소비자분쟁해결기준에 따름',
  주방용품: '동일모델의 출시년월=2026-03|품질보증기준=소비자분쟁해결기준에 따름',
};

/**
 * The lines of an item's legal notice as suppliers write them: the product's own first, then those
 * every notice of the class has.
 */
export function noticeLines(
  type: string,
  own: readonly (readonly [string, string])[],
  manufacturer: string,
  made: string,
): readonly (readonly [string, string])[] {
  const more = (MORE_LINES[type] ?? '품질보증기준=소비자분쟁해결기준에 따름')
    .split('|')
    .map((line) => {
      const [name = '', text = ''] = line.split('=');
      return [name, text] as const;
    });
  return [
    ...own,
    ['제조자(수입자)', manufacturer],
    ['제조국', made],
    ...more,
    ['A/S 책임자와 전화번호', '상세정보 별도표기'],
  ];
}
