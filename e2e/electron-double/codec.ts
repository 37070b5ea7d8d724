/** Carries structured-clone-like values as text: bytes, dates, maps, sets and `undefined` survive. */
export interface Codec {
  /** Throws for functions and symbols, as structured clone does. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

type Tagged = null | boolean | number | string | { readonly t: string; readonly v?: unknown };

/**
 * Makes a codec. Runs in Node and, by its source text, in the page's isolated world: it may use
 * nothing but its own body and what both worlds have.
 */
export function createCodec(): Codec {
  const CHUNK_BYTES = 0x8000;
  const toBase64 = (bytes: Uint8Array): string => {
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)));
    }
    return btoa(parts.join(''));
  };
  const fromBase64 = (text: string): Uint8Array =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const pack = (value: unknown): Tagged => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (value === undefined) return { t: 'undefined' };
    if (typeof value === 'bigint') return { t: 'bigint', v: String(value) };
    if (typeof value !== 'object') throw new TypeError('An object could not be cloned.');
    if (value instanceof Uint8Array) return { t: 'bytes', v: toBase64(value) };
    if (value instanceof ArrayBuffer) return { t: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (value instanceof Date) return { t: 'date', v: value.getTime() };
    if (value instanceof Map) return { t: 'map', v: [...value].map((pair) => pair.map(pack)) };
    if (value instanceof Set) return { t: 'set', v: [...value].map(pack) };
    if (value instanceof Error) return { t: 'error', v: [value.name, value.message] };
    if (Array.isArray(value)) return { t: 'array', v: value.map(pack) };
    return {
      t: 'object',
      v: Object.fromEntries(Object.entries(value).map(([name, field]) => [name, pack(field)])),
    };
  };
  const unpack = (tagged: Tagged): unknown => {
    if (tagged === null || typeof tagged !== 'object') return tagged;
    const { t, v } = tagged;
    switch (t) {
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(String(v));
      case 'bytes':
        return fromBase64(String(v));
      case 'buffer':
        return fromBase64(String(v)).buffer;
      case 'date':
        return new Date(Number(v));
      case 'map':
        return new Map((v as [Tagged, Tagged][]).map(([key, item]) => [unpack(key), unpack(item)]));
      case 'set':
        return new Set((v as Tagged[]).map(unpack));
      case 'error':
        return Object.assign(new Error((v as string[])[1]), { name: (v as string[])[0] });
      case 'array':
        return (v as Tagged[]).map(unpack);
      case 'object':
        return Object.fromEntries(
          Object.entries(v as Record<string, Tagged>).map(([name, field]) => [name, unpack(field)]),
        );
      default:
        return undefined;
    }
  };
  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text) as Tagged),
  };
}
