import { ANY_SIZE, KIND } from './kinds';

/** A dimension name as we write it, the words it is normalised from, and the kinds of value that fit. */
export interface DimensionName {
  readonly name: string;
  readonly words: readonly string[];
  /** Kinds that fit the name; -1: any value fits as long as it is not clearly of another kind. */
  readonly kinds: number;
}

const MEASURE = KIND.measure;
const row = (name: string, words: string, kinds: number): DimensionName => ({
  name,
  words: [name, ...(words === '' ? [] : words.split(' '))],
  kinds,
});

/** Names of option dimensions on the Korean market with their spellings; the order decides between equals. */
export const DIMENSION_NAMES: readonly DimensionName[] = [
  row('색온도', '', KIND.colourTemperature | KIND.colour),
  row('색상', '컬러 칼라 색깔 색 color colour 컬러명', KIND.colour | KIND.colourTemperature),
  row(
    '사이즈',
    '크기 치수 싸이즈 인치 size 사이즈명',
    ANY_SIZE | MEASURE | KIND.spec | KIND.lengthWord | KIND.age | KIND.thickness,
  ),
  row('규격', '', ANY_SIZE | MEASURE | KIND.spec | KIND.capacity | KIND.thickness | KIND.power),
  row('길이', '기장 length 총장', MEASURE | KIND.lengthWord | KIND.sizeNumber),
  row('폭', '너비 넓이 width', MEASURE | KIND.sizeNumber),
  row('두께', 'thickness', MEASURE | KIND.thickness | KIND.sizeNumber),
  row('지름', '직경', MEASURE | KIND.sizeNumber),
  row('용량', '중량 무게 volume weight', KIND.capacity),
  row('수량', '개수 갯수 매수 입수 qty quantity', KIND.count | KIND.set),
  row('구성', '세트구성 구성품 구성선택 세트', KIND.set | KIND.count),
  row('모델', '기종 기기 모델명 품번 model', KIND.model | KIND.spec),
  row('차종', '', KIND.model),
  row('형번', '', KIND.model),
  row('디자인', '무늬 패턴 문양 도안 모양 캐릭터 design', KIND.design | KIND.form),
  row(
    '타입',
    '형태 유형 스타일 type style',
    KIND.form | KIND.design | KIND.set | KIND.terminal | KIND.sizeWord,
  ),
  row('재질', '소재 원단 material', KIND.material),
  row('맛', 'flavor flavour', KIND.taste),
  row('향', '향기 scent', KIND.scent),
  row('호수', '', KIND.shade | KIND.sizeNumber),
  row('연령', '나이 age', KIND.age),
  row('성별', '', KIND.gender),
  row('방향', '', KIND.direction | KIND.position),
  row('위치', '', KIND.position | KIND.direction),
  row('전압', '', KIND.voltage),
  row('전력', '', KIND.power),
  row('단자', '', KIND.terminal | KIND.form),
  row('포트', '', KIND.port | KIND.terminal),
  row('구수', '', KIND.holes),
  row('단계', '', KIND.step),
  row('포장', '', KIND.packaging | KIND.set),
  row('원산지', '', KIND.origin),
];

/** Words that name a dimension without saying anything about it. */
export const GENERIC_NAMES: readonly string[] = [
  '옵션',
  '옵션명',
  '옵션선택',
  '상품옵션',
  '필수선택',
  '필수옵션',
  '선택',
  '선택사항',
  '상품',
  '상품선택',
  '품목',
  '품목선택',
  '구분',
  '추가구성',
  '추가',
  '추가상품',
  '추가옵션',
  'option',
  'options',
  'select',
  '선택옵션',
  '상품명',
  '제품',
  '제품선택',
  '항목',
  '옵션값',
  '추가선택',
  '종목',
  '기본옵션',
  '필수',
];

/** 종류 says something only where the values say nothing; it then reads as 타입. */
export const KIND_WORD = '종류';
