import type { OptionModel } from './model';

/**
 * Places of the combinations in the order in which a buyer meets them: by the order of the
 * dimensions' values, and as listed where that says nothing.
 */
export function buyersOrder({
  dimensions,
  combinations,
}: Pick<OptionModel, 'dimensions' | 'combinations'>): readonly number[] {
  const ranks = dimensions.map(
    ({ values }) => new Map(values.map((value, rank) => [value, rank] as const)),
  );
  const keys = combinations.map(({ values }) =>
    values.map((value, axis) => ranks[axis]?.get(value) ?? 0),
  );
  return combinations
    .map((_, place) => place)
    .sort((left, right) => {
      for (const axis of ranks.keys()) {
        const difference = (keys[left]?.[axis] ?? 0) - (keys[right]?.[axis] ?? 0);
        if (difference !== 0) return difference;
      }
      return left - right;
    });
}
