/**
 * Kinds of option values as bits of one number, so that "could be" is a set and the common kind of a
 * list is a bitwise and. Several bits may share one dimension name.
 */
export const KIND = {
  colour: 1 << 0,
  sizeLetter: 1 << 1,
  sizeNumber: 1 << 2,
  sizeWord: 1 << 3,
  /** A plain length with its unit: fits every name for a measure. */
  measure: 1 << 4,
  /** Threads, tubes, bolt sizes. */
  spec: 1 << 5,
  capacity: 1 << 6,
  count: 1 << 7,
  set: 1 << 8,
  model: 1 << 9,
  design: 1 << 10,
  form: 1 << 11,
  material: 1 << 12,
  taste: 1 << 13,
  scent: 1 << 14,
  shade: 1 << 15,
  age: 1 << 16,
  gender: 1 << 17,
  direction: 1 << 18,
  position: 1 << 19,
  voltage: 1 << 20,
  power: 1 << 21,
  terminal: 1 << 22,
  port: 1 << 23,
  holes: 1 << 24,
  step: 1 << 25,
  packaging: 1 << 26,
  origin: 1 << 27,
  colourTemperature: 1 << 28,
  thickness: 1 << 29,
  lengthWord: 1 << 30,
} as const;

export type Kind = keyof typeof KIND;

/** Every way of naming a size, for lists that mix them. */
export const ANY_SIZE = KIND.sizeLetter | KIND.sizeNumber | KIND.sizeWord;

/** The dimension name of each kind, in the order in which a list of several possible kinds is settled. */
export const KIND_NAMES: readonly (readonly [bit: number, name: string])[] = [
  [KIND.colour, '색상'],
  [KIND.sizeLetter, '사이즈'],
  [KIND.sizeWord, '사이즈'],
  [KIND.age, '연령'],
  [KIND.gender, '성별'],
  [KIND.voltage, '전압'],
  [KIND.power, '전력'],
  [KIND.terminal, '단자'],
  [KIND.colourTemperature, '색온도'],
  [KIND.port, '포트'],
  [KIND.holes, '구수'],
  [KIND.step, '단계'],
  [KIND.capacity, '용량'],
  [KIND.count, '수량'],
  [KIND.set, '구성'],
  [KIND.taste, '맛'],
  [KIND.scent, '향'],
  [KIND.packaging, '포장'],
  [KIND.origin, '원산지'],
  [KIND.position, '위치'],
  [KIND.direction, '방향'],
  [KIND.spec, '규격'],
  [KIND.sizeNumber, '사이즈'],
  [KIND.thickness, '두께'],
  [KIND.measure, '사이즈'],
  [KIND.lengthWord, '길이'],
  [KIND.shade, '호수'],
  [KIND.material, '재질'],
  [KIND.model, '모델'],
  [KIND.design, '디자인'],
  [KIND.form, '타입'],
];
