import iconv from 'iconv-lite';

const KOREAN_LABEL = /^(?:euc-?kr|cp-?949|ks_c_5601(?:-1987)?|ksc5601|windows-949|ms949|uhc)$/i;
const REPLACEMENT = '\uFFFD';

/**
 * The text of an answer: by the charset its header names, else UTF-8 when it is valid UTF-8, else
 * CP949. Null when it is text in none of them. CP949 is decoded by a library because the platform's
 * `euc-kr` decoder leaves out CP949's extension range (8,822 syllables such as 똠; Node 24, 2026-11).
 * Source: domeggook-openapi.md 1.4 (2026-09).
 */
export function decodeAnswerText(
  bytes: Uint8Array,
  contentType: string | undefined,
): string | null {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1];
  if (charset !== undefined && KOREAN_LABEL.test(charset)) {
    return strictCp949(bytes) ?? strictUtf8(bytes);
  }
  return strictUtf8(bytes) ?? strictCp949(bytes);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    // The decoder's only fault is "not valid in this encoding", which is the answer.
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

function strictCp949(bytes: Uint8Array): string | null {
  const text = iconv.decode(Buffer.from(bytes), 'cp949');
  return text.includes(REPLACEMENT) ? null : text;
}
