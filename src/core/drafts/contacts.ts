type ContactKind = 'email' | 'web' | 'messenger' | 'phone';

/** Contacts by which a buyer could pass the seller by; each removed text is listed. */
const CONTACTS: readonly { readonly kind: ContactKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { kind: 'web', pattern: /(?:https?:\/\/|www\.)[^\s<>"']+/gi },
  {
    kind: 'web',
    pattern:
      /(?<![\w.@-])[a-z0-9][a-z0-9-]{1,40}\.(?:co\.kr|com|net|kr|shop|store|me)(?:\/[^\s<>"']*)?(?![\w-])/gi,
  },
  {
    kind: 'messenger',
    pattern:
      /(?:카카오\s*톡?|카톡|오픈\s*채팅|라인|위챗|텔레그램|kakao(?:\s*talk)?|wechat|telegram)\s*(?:플러스\s*친구|채널)?\s*(?:아이디|ID)?\s*[:：@]\s*@?[\w.\-가-힣]{2,30}/gi,
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\d-])(?:\+?82[-\s.]?)?(?:0(?:2|1[016789]|[3-6]\d|50\d?|70|80))[-\s.)]{0,2}\d{3,4}[-\s.]\d{4}(?![\d-])|(?<!\d)01[016789]\d{7,8}(?!\d)|(?<![\d-])1[568]\d{2}[-\s]\d{4}(?![\d-])/g,
  },
];

/** `text` without contacts; each is added to `removed`. */
export function withoutContacts(text: string, removed: string[]): string {
  let clean = text;
  for (const { pattern } of CONTACTS) {
    clean = clean.replace(pattern, (contact) => {
      removed.push(contact.trim());
      return '';
    });
  }
  return clean;
}
