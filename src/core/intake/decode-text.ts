import { AppError } from '@shared/errors/app-error';
import { getDecoder } from 'iconv-lite';
import type { ReadingCourse } from './reading-course';

/** A file's text without its byte order mark, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'cp949' | 'utf-16';
}

/** What a decoder puts in the place of bytes that mean nothing. */
const REPLACEMENT = '\uFFFD';

/** How much of a file is looked at to tell text from binary. */
const SAMPLE_BYTES = 64 * 1024;

/** Bytes decoded at once: a few milliseconds for the slowest decoder. */
const SLICE_BYTES = 128 * 1024;

/** Gives the text of slices that follow each other; null when they are not valid in the encoding. */
type SliceDecoder = (slice: Uint8Array, isLast: boolean) => string | null;

/**
 * The text of a file: by its byte order mark, else UTF-8 when it is valid UTF-8, else CP949 when it
 * is valid CP949. Throws INTAKE_BINARY or INTAKE_ENCODING.
 */
export async function decodeText(
  bytes: Uint8Array,
  fileName: string,
  course: ReadingCourse,
): Promise<DecodedText> {
  const params = { file: fileName };
  const unreadable = (): AppError => new AppError('INTAKE_ENCODING', { params });
  for (const { mark, label } of BYTE_ORDER_MARKS) {
    if (!startsWith(bytes, mark)) continue;
    const text = await decoded(bytes, platformDecoder(label), course);
    if (text === null) throw unreadable();
    return { text, encoding: 'utf-16' };
  }
  if (isBinary(bytes.subarray(0, SAMPLE_BYTES))) throw new AppError('INTAKE_BINARY', { params });
  const utf8 = await decoded(bytes, platformDecoder('utf-8'), course);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const cp949 = await decoded(bytes, cp949Decoder(), course);
  if (cp949 === null) throw unreadable();
  return { text: cp949, encoding: 'cp949' };
}

const BYTE_ORDER_MARKS = [
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
];

async function decoded(
  bytes: Uint8Array,
  decode: SliceDecoder,
  course: ReadingCourse,
): Promise<string | null> {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const end = at + SLICE_BYTES;
    const text = decode(bytes.subarray(at, end), end >= bytes.length);
    if (text === null) return null;
    texts.push(text);
    if (course.isDue()) await course.giveWay();
  }
  return texts.join('');
}

function platformDecoder(label: string): SliceDecoder {
  const decoder = new TextDecoder(label, { fatal: true });
  return (slice, isLast) => {
    try {
      return decoder.decode(slice, { stream: !isLast });
    } catch (fault) {
      // The decoder's only fault is "not valid in this encoding", which is the answer.
      if (fault instanceof TypeError) return null;
      throw fault;
    }
  };
}

/** Not the platform's `euc-kr` decoder: Node 24 reads the syllables that only CP949 has wrongly. */
function cp949Decoder(): SliceDecoder {
  const decoder = getDecoder('cp949');
  return (slice, isLast) => {
    const text = decoder.write(Buffer.from(slice)) + (isLast ? (decoder.end() ?? '') : '');
    return text.includes(REPLACEMENT) ? null : text;
  };
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
