/** The fields of `Fields` that may be left out, without the explicit `undefined`. */
export type DefinedFields<Fields> = {
  [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
};

/**
 * `fields` without those that are `undefined`: parsing an optional field allows the explicit
 * `undefined`, which the ports (exact optional properties) do not.
 */
export function withoutUndefined<Fields extends object>(fields: Fields): DefinedFields<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as DefinedFields<Fields>;
}
