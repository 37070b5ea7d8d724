/**
 * The key's name in lower case, letters by their place on the keyboard while another script is written:
 * with Hangul on, the N key says `ㅜ`, or `Process` where an input method takes it.
 */
export function keyNameOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const isLatin = /^[\x20-\x7e]$/.test(key);
  return (letter !== undefined && !isLatin ? letter : key).toLowerCase();
}
