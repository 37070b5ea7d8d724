import type { ExplanationStep } from '../model';
import type { Boundary } from './structure';

/** The sentences that explain a reading, in Korean and English. */
export const steps = {
  addOns: (count: number): ExplanationStep => ({
    ko: `‘추가’로 시작하는 ${count}개는 추가상품으로 분리했습니다.`,
    en: `${count} that start with an add-on marker became add-on products.`,
  }),
  placeholders: (count: number): ExplanationStep => ({
    ko: `선택 안내나 구분선 ${count}줄은 옵션에서 제외했습니다.`,
    en: `${count} rows that only ask to choose or draw a line are left out.`,
  }),
  numbering: (): ExplanationStep => ({
    ko: '값 앞의 순번을 지웠습니다.',
    en: 'The numbering in front of the values is removed.',
  }),
  label: (name: string): ExplanationStep => ({
    ko: `값 앞의 ‘${name}’ 표시를 옵션명으로 썼습니다.`,
    en: `The label in front of the values became the name “${name}”.`,
  }),
  repeatedWords: (words: readonly string[]): ExplanationStep => ({
    ko: `모든 값에 반복되는 말(${words.join(', ')})을 지웠습니다.`,
    en: `Words repeated in every value are removed (${words.join(', ')}).`,
  }),
  onlyAddOns: (): ExplanationStep => ({
    ko: '모든 값이 추가상품입니다.',
    en: 'Every value is an add-on product.',
  }),
  noOptions: (): ExplanationStep => ({
    ko: '선택할 옵션이 없는 상품입니다.',
    en: 'The item has nothing to choose.',
  }),
  dummy: (text: string): ExplanationStep => ({
    ko: `값이 ‘${text}’ 하나뿐이어서 옵션이 없는 상품으로 봅니다.`,
    en: `The only value “${text}” is no choice.`,
  }),
  singleValue: (text: string): ExplanationStep => ({
    ko: `값이 ‘${text}’ 하나뿐이어서 선택할 것이 없습니다.`,
    en: `“${text}” is the only value, so there is nothing to choose.`,
  }),
  simple: (name: string, count: number): ExplanationStep => ({
    ko: `나눌 근거가 없어 값 ${count}개를 그대로 ‘${name}’ 하나로 두었습니다.`,
    en: `Nothing shows several dimensions: ${count} values stay whole under “${name}”.`,
  }),
  split: (
    separator: string,
    boundary: Boundary,
    sizes: readonly number[],
    listed: number,
  ): ExplanationStep => {
    const grid = sizes.join(' × ');
    const cells = sizes.reduce((product, size) => product * size, 1);
    const where = placeOfCut(separator, boundary);
    return {
      ko: `${where.ko} 나눴습니다: ${grid} 조합 ${cells}개 중 ${listed}개가 등록되어 있습니다.`,
      en: `Split ${where.en}: ${grid} grid, ${listed} of ${cells} listed.`,
    };
  },
  names: (names: readonly string[]): ExplanationStep => ({
    ko: `옵션명: ${names.join(', ')}`,
    en: `Dimensions: ${names.join(', ')}`,
  }),
  joinedAxes: (count: number): ExplanationStep => ({
    ko: `네이버는 옵션명을 3개까지만 받으므로 ${count}개 중 세 번째부터 하나로 합쳤습니다.`,
    en: `Naver takes three dimensions at most: of ${count}, the third and later are joined.`,
  }),
  structured: (count: number): ExplanationStep => ({
    ko: `공급사가 옵션 ${count}단으로 등록한 구조를 그대로 썼습니다.`,
    en: `The supplier's own structure of ${count} dimensions is used.`,
  }),
} as const;

function placeOfCut(separator: string, boundary: Boundary): ExplanationStep {
  if (boundary === 'fused')
    return { ko: '한글과 영문·숫자의 경계에서', en: 'where the script changes' };
  if (boundary === 'label') return { ko: '옵션명 표시를 기준으로', en: 'at the labels' };
  if (boundary === 'blank') return { ko: '띄어쓰기에서', en: 'at a blank' };
  if (separator === '()') return { ko: '괄호를 기준으로', en: 'at the brackets' };
  if (separator === 'mixed')
    return { ko: '여러 구분 기호를 기준으로', en: 'at several separators' };
  return { ko: `‘${separator}’ 기호를 기준으로`, en: `at “${separator}”` };
}
