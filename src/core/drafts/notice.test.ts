import { defaultSettings } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import { NOTICE_TYPES } from '../naver/notice-types';
import { aWholesaleItem } from '../testing/wholesale-item';
import { noticeTypeOfClass, planNotice, readDate } from './notice';
import { missingNoticeFields } from './notice-gaps';
import { FIELDS_WITHOUT_REFERENCE } from './notice-labels';
import { isPlaceholder } from './placeholder';

const store = { ...defaultSettings().store, afterServicePhone: '02-000-0000' };

function noticeOf(type: string, lines: readonly (readonly [string, string])[], title = '상품') {
  const item = aWholesaleItem({
    title,
    detail: {
      infoDuty: {
        type,
        lines: lines.map(([name, text]) => ({ kind: 'item' as const, name, text })),
      },
    },
  });
  return planNotice(item, null, store, NOTICE_TYPES);
}

/** The regulation's class names as Domeggook shows them, with Naver's type. */
const CLASSES: readonly (readonly [className: string, type: string])[] = [
  ['의류', 'WEAR'],
  ['구두/신발', 'SHOES'],
  ['가방', 'BAG'],
  ['패션잡화(모자/벨트/액세서리)', 'FASHION_ITEMS'],
  ['침구류/커튼', 'SLEEPING_GEAR'],
  ['가구(침대/소파/싱크대/DIY제품)', 'FURNITURE'],
  ['영상가전(TV류)', 'IMAGE_APPLIANCES'],
  ['가정용 전기제품(냉장고/세탁기/식기세척기/전자레인지)', 'HOME_APPLIANCES'],
  ['계절가전(에어컨/온풍기)', 'SEASON_APPLIANCES'],
  ['사무용기기(컴퓨터/노트북/프린터)', 'OFFICE_APPLIANCES'],
  ['광학기기(디지털카메라/캠코더)', 'OPTICS_APPLIANCES'],
  ['소형전자(MP3/전자사전 등)', 'MICROELECTRONICS'],
  ['휴대폰', 'CELLPHONE'],
  ['내비게이션', 'NAVIGATION'],
  ['자동차용품(자동차부품/기타 자동차용품)', 'CAR_ARTICLES'],
  ['의료기기', 'MEDICAL_APPLIANCES'],
  ['주방용품', 'KITCHEN_UTENSILS'],
  ['화장품', 'COSMETIC'],
  ['귀금속/보석/시계류', 'JEWELLERY'],
  ['식품(농수산물)', 'FOOD'],
  ['가공식품', 'GENERAL_FOOD'],
  ['건강기능식품', 'DIET_FOOD'],
  ['영유아용품', 'KIDS'],
  ['악기', 'MUSICAL_INSTRUMENT'],
  ['스포츠용품', 'SPORTS_EQUIPMENT'],
  ['서적', 'BOOKS'],
  ['물품대여 서비스(정수기, 비데, 공기청정기 등)', 'RENTAL_HA'],
  ['물품대여 서비스(서적, 유아용품, 행사용품 등)', 'RENTAL_ETC'],
  ['디지털 콘텐츠(음원, 게임, 인터넷강의 등)', 'DIGITAL_CONTENTS'],
  ['상품권/쿠폰', 'GIFT_CARD'],
  ['모바일쿠폰', 'MOBILE_COUPON'],
  ['영화/공연', 'MOVIE_SHOW'],
  ['기타 용역', 'ETC_SERVICE'],
  ['생활화학제품', 'BIOCHEMISTRY'],
  ['살생물제품', 'BIOCIDAL'],
  ['기타 재화', 'ETC'],
];

describe('noticeTypeOfClass', () => {
  it.each(CLASSES)('%s is %s', (className, type) => {
    expect(noticeTypeOfClass(className)).toBe(type);
  });

  it('knows every documented type', () => {
    expect(NOTICE_TYPES).toHaveLength(36);
  });

  it('does not invent a type for an unknown class', () => {
    expect(noticeTypeOfClass('알 수 없음')).toBeNull();
  });
});

describe('planNotice', () => {
  it('takes the supplier’s texts by label, also from joined labels', () => {
    const notice = noticeOf('기타 재화', [
      ['품명 및 모델명', '진공 텀블러 TB-500'],
      ['제조자, 수입품의 경우 수입자를 함께 표기', '좋은공장 / 좋은상사'],
    ]).value;
    expect(notice?.fields).toMatchObject({
      itemName: '진공 텀블러 TB-500',
      manufacturer: '좋은공장 / 좋은상사',
    });
  });

  it('always names the seller’s telephone, never the supplier’s', () => {
    const notice = noticeOf('의류', [['A/S 책임자와 전화번호', '공급사 010-1234-5678']]).value;
    expect(notice?.fields.afterServiceDirector).toBe('02-000-0000');
  });

  it('puts an exact month into the date field and a vague one into the text beside it', () => {
    expect(noticeOf('의류', [['제조연월', '2026년 8월']]).value?.fields).toMatchObject({
      packDate: '2026-08',
    });
    const vague = noticeOf('의류', [['제조연월', '2026년 8월 이후']]).value?.fields;
    expect(vague?.packDateText).toBe('2026년 8월 이후');
    expect(vague?.packDate).toBeUndefined();
  });

  it('lists every field that only points at the product page', () => {
    const decided = noticeOf('의류', [
      ['제품 소재', '면 100%'],
      ['색상', '상세정보 별도표기'],
    ]);
    expect(decided.value?.fields).toMatchObject({ material: '면 100%', color: '상품상세참조' });
    expect(decided.reasons[0]).toMatchObject({
      code: 'DRAFT_NOTICE_PLACEHOLDERS',
      severity: 'warn',
    });
    expect(String(decided.reasons[0]?.params?.fields)).toContain('색상');
  });

  it('leaves official numbers and genetic statements open instead of pointing at the page', () => {
    const chemistry = noticeOf('생활화학제품', []).value;
    expect(chemistry?.fields.safeCriterionNo).toBeUndefined();
    expect(noticeOf('가공식품', []).value?.fields.geneticallyModified).toBeUndefined();
    expect(
      noticeOf('가공식품', [['유전자변형식품에 해당하는 경우의 표시', '해당사항 없음']]).value
        ?.fields.geneticallyModified,
    ).toBe('false');
  });

  it('fills every type completely but for what only the supplier can say, within the lengths', () => {
    const long = '가'.repeat(3000);
    for (const [className, typeName] of CLASSES) {
      const item = aWholesaleItem({
        detail: { manufacturer: long, size: long, infoDuty: { type: className, lines: [] } },
      });
      const type = NOTICE_TYPES.find((candidate) => candidate.type === typeName);
      const fields = planNotice(item, null, store, NOTICE_TYPES).value?.fields ?? {};
      expect(type).toBeDefined();
      if (type === undefined) continue;
      const open = missingNoticeFields(type, fields).map((field) => field.name);
      expect(open.filter((name) => !FIELDS_WITHOUT_REFERENCE.has(name))).toEqual([]);
      for (const field of type.fields) {
        if (field.maxLength === null) continue;
        expect(fields[field.name]?.length ?? 0).toBeLessThanOrEqual(field.maxLength);
      }
    }
  });

  it('asks when neither class nor category tells the type', () => {
    const item = aWholesaleItem({ category: null, detail: { infoDuty: null } });
    const decided = planNotice(item, null, store, NOTICE_TYPES);
    expect(decided.value).toBeNull();
    expect(decided.reasons[0]?.code).toBe('DRAFT_NOTICE_CLASS_UNKNOWN');
  });

  it('takes the category as evidence when the supplier gives no class', () => {
    const item = aWholesaleItem({ detail: { infoDuty: null } });
    expect(planNotice(item, '생활/건강>주방용품>텀블러', store, NOTICE_TYPES).value?.type).toBe(
      'KITCHEN_UTENSILS',
    );
  });
});

describe('readDate', () => {
  it.each([
    ['2026.3', 'month', '2026-03'],
    ['2025년 12월 01일', 'date', '2025-12-01'],
    ['202608', 'month', '2026-08'],
    ['2026-13', 'month', null],
    ['상세참조', 'month', null],
  ] as const)('%s as %s is %s', (text, format, expected) => {
    expect(readDate(text, format)).toBe(expected);
  });
});

describe('isPlaceholder', () => {
  it.each([
    '상세정보 별도표기',
    '상세설명참조',
    '상품상세설명에 표기',
    '상세페이지 참조',
    '-',
    '.',
    '0.000000',
    '해당없음',
    '상품상세 참조',
  ])('%s says nothing', (text) => expect(isPlaceholder(text)).toBe(true));
  it.each(['면 100%', '중국', '0.2', '소비자분쟁해결기준에 따름', '이음산업', '30도 이하 세탁'])(
    '%s says something',
    (text) => expect(isPlaceholder(text)).toBe(false),
  );
});
