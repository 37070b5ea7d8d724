import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeAnswerText } from './decode-text';
import { readJsonAnswer } from './json-answer';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, type?: string): ReturnType<typeof readJsonAnswer> =>
  readJsonAnswer({ bytes, headers: { 'content-type': type } });

describe('JSON answer', () => {
  it.each([
    ['{"a":1}', 'json'],
    [' \n[1]\n', 'json'],
    ['\uFEFF{"a":1}', 'json'],
    ['<!DOCTYPE html><html>', 'html'],
    ['  <html>', 'html'],
    ['{"a":', 'broken'],
    ['Service Unavailable', 'broken'],
    ['', 'empty'],
    [' \r\n', 'empty'],
  ])('%o is %s, whatever its content type claims', (text, kind) => {
    for (const type of ['application/json', 'text/html; charset=utf-8', undefined]) {
      expect(read(bytesOf(text), type).kind).toBe(kind);
    }
  });

  it('is never a fault, however damaged', () => {
    const types = fc.constantFrom(undefined, 'application/json', 'text/plain; charset=euc-kr');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), types, (bytes, type) => {
        expect(['json', 'html', 'broken', 'empty']).toContain(read(bytes, type).kind);
      }),
    );
  });

  it('that is cut anywhere is broken, never something smaller', () => {
    const whole = bytesOf('{"domeggook":{"item":[{"basis":{"no":"70000001","title":"텀블러"}}]}}');
    for (let length = 1; length < whole.length; length += 1) {
      expect(read(whole.subarray(0, length)).kind).toBe('broken');
    }
  });
});

describe('answer text', () => {
  const korean = fc.string({
    unit: fc.constantFrom(...'가힣똠펲뷁ㄱABC 0<>{}'),
    maxLength: 20,
  });

  it('comes back from both encodings when the header names them', () => {
    fc.assert(
      fc.property(korean, (text) => {
        const cp949 = new Uint8Array(iconv.encode(text, 'cp949'));
        expect(decodeAnswerText(cp949, 'text/html; charset="EUC-KR"')).toBe(text);
        expect(decodeAnswerText(bytesOf(text), 'application/json; charset=utf-8')).toBe(text);
      }),
    );
  });

  it('is tried as UTF-8 and then as CP949 without a header', () => {
    expect(decodeAnswerText(bytesOf('똠얌 라면'), undefined)).toBe('똠얌 라면');
    const cp949 = new Uint8Array(iconv.encode('똠얌 라면', 'cp949'));
    expect(decodeAnswerText(cp949, 'application/json')).toBe('똠얌 라면');
  });

  it('is none for bytes of neither', () => {
    expect(decodeAnswerText(new Uint8Array([0xff, 0xff, 0x20]), undefined)).toBeNull();
  });
});
