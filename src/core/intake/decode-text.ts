import { AppError } from '@shared/errors/app-error';
import { decode } from 'iconv-lite';

/** A file's text without its byte order mark, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'cp949' | 'utf-16';
}

/** What a decoder puts in the place of bytes that mean nothing. */
const REPLACEMENT = '\uFFFD';

/** How much of a file is looked at to tell text from binary. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * The text of a file: by its byte order mark, else UTF-8 when it is valid UTF-8, else CP949 when it
 * is valid CP949. Throws INTAKE_BINARY or INTAKE_ENCODING.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  const params = { file: fileName };
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'utf-16', params);
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'utf-16', params);
  if (isBinary(bytes.subarray(0, SAMPLE_BYTES))) throw new AppError('INTAKE_BINARY', { params });
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  // Not the platform's `euc-kr` decoder: Node 24 reads the syllables that only CP949 has wrongly.
  const cp949 = decode(Buffer.from(bytes), 'cp949');
  if (cp949.includes(REPLACEMENT)) throw new AppError('INTAKE_ENCODING', { params });
  return { text: cp949, encoding: 'cp949' };
}

function decoded(
  bytes: Uint8Array,
  label: string,
  encoding: DecodedText['encoding'],
  params: { readonly file: string },
): DecodedText {
  const text = tryDecode(bytes, label);
  if (text === null) throw new AppError('INTAKE_ENCODING', { params });
  return { text, encoding };
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (fault) {
    // The decoder's only fault is "not valid in this encoding", which is the answer.
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

/** Text has no NUL and hardly any other control characters. */
function isBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  return controls > sample.length / 50;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
