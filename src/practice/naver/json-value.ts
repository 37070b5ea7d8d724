/** A JSON object of unknown content. */
export type JsonObject = Record<string, unknown>;

/** The value when it is a JSON object, else null. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : null;
}

/** The entries of an array; empty for anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is a text, else null; numbers are not read as text. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The value when it is a whole number that JSON carries exactly, else null. */
export function asWhole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** The object under `key`, or an empty one. */
export function child(parent: JsonObject | null, key: string): JsonObject {
  return asObject(parent?.[key]) ?? {};
}

/** The objects of an array; everything else is left out. */
export function asObjects(value: unknown): readonly JsonObject[] {
  return asList(value).flatMap((entry) => {
    const object = asObject(entry);
    return object === null ? [] : [object];
  });
}
