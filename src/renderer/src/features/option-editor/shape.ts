import type { OptionModel } from '@shared/options/model';

/** `색상 3 × 사이즈 4`: the dimensions with the number of their values; empty without dimensions. */
export function shapeOf({ dimensions }: Pick<OptionModel, 'dimensions'>): string {
  return dimensions.map(({ name, values }) => `${name} ${values.length}`).join(' × ');
}
