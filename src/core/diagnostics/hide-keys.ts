const HIDDEN = '[hidden]';
/** Shorter texts occur everywhere; hiding them would make the log unreadable and protect nothing. */
const HIDDEN_FROM_CHARS = 6;
/** What looks like a credential whether or not it is one of ours, each with what stays of it. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/([?&](?:aid|key|token|sign|signature)=)[^&\s"']+/gi, `$1${HIDDEN}`],
  [/(bearer\s+)[\w.~+/=-]+/gi, `$1${HIDDEN}`],
  [/(\$2[aby]\$\d\d\$)[\w./]{10,}/g, `$1${HIDDEN}`],
  [/(\b\w+:\/\/[^\s:/@"']*:)[^\s@"']+@/g, `$1${HIDDEN}@`],
  [
    /("(?:access_token|client_secret_sign|authorization|password|secret|key|aid)"\s*:\s*")[^"]*/gi,
    `$1${HIDDEN}`,
  ],
];

/** Makes a function that replaces every one of `kept` and everything that looks like a key. */
export function hidingKeys(kept: readonly string[]): (text: string) => string {
  const forms = kept
    .filter((value) => value.length >= HIDDEN_FROM_CHARS)
    // A key stands in a log as it is, escaped in JSON, or encoded in an address.
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]);
  return (text) => {
    let hidden = text;
    for (const form of forms) hidden = hidden.replaceAll(form, HIDDEN);
    for (const [pattern, stays] of PATTERNS) hidden = hidden.replace(pattern, stays);
    return hidden;
  };
}
