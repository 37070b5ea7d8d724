import { describe, expect, it } from 'vitest';
import { planOrigin, readOrigin } from './origin';

const areas = [
  { code: '00', name: '국산' },
  { code: '01', name: '원양산' },
  { code: '02', name: '수입산' },
  { code: '0000009', name: '국산:경기도' },
  { code: '0200037', name: '수입산:아시아>중국' },
  { code: '0200003', name: '수입산:아시아>베트남' },
];

function origin(countryText: string | null, notice: string | null = null) {
  const lines =
    notice === null ? [] : [{ kind: 'item' as const, name: '제조국 또는 원산지', text: notice }];
  return planOrigin({ countryText, infoDuty: { type: '기타 재화', lines } }, areas, '수입상사');
}

describe('planOrigin', () => {
  it.each([
    ['국산', '00'],
    ['국산_충청북도_진천군', '00'],
    ['국산_경기도', '0000009'],
    ['수입산_아시아_중국', '0200037'],
    ['중국', '0200037'],
    ['중국산(OEM)', '0200037'],
    ['Made in China', '0200037'],
    ['베트남산', '0200003'],
    ['대한민국', '00'],
  ])('%s is %s', (text, code) => {
    expect(origin(text).value?.code).toBe(code);
  });

  it('names the importer of the settings for imported goods only', () => {
    expect(origin('수입산_아시아_중국').value?.importer).toBe('수입상사');
    expect(origin('국산').value?.importer).toBeNull();
  });

  it.each([
    '상세정보별도표기',
    '기타',
    '-',
    '',
    '수입산',
    '수입산_아시아',
    '중국, 베트남',
    '국산/중국',
  ])('leaves %j to the seller', (text) => {
    const decided = origin(text);
    expect(decided.value).toBeNull();
    expect(decided.reasons[0]).toMatchObject({ code: 'DRAFT_ORIGIN_UNCLEAR', severity: 'ask' });
  });

  it('takes the legal notice where the origin field says nothing', () => {
    expect(origin('상세정보별도표기', '중국').value?.code).toBe('0200037');
  });

  it('asks when the origin field and the notice disagree', () => {
    expect(origin('국산', '중국').reasons[0]?.code).toBe('DRAFT_ORIGIN_CONFLICT');
  });

  it('asks for a country that the list does not hold, instead of sending the general code', () => {
    expect(origin('수입산_유럽_안도라').reasons[0]?.code).toBe('DRAFT_ORIGIN_UNKNOWN_AREA');
  });

  it('reads deep-sea fishing as such', () => {
    expect(readOrigin('원양산').kind).toBe('deep-sea');
  });
});
