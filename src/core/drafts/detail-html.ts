import type { Reason } from '@shared/domain/reason';
import sanitizeHtml from 'sanitize-html';
import { pictureUrlOf } from '../images/picture-url';
import { withoutContacts } from './contacts';
import { type Decision, step } from './decision';

/** Naver publishes no limit; above this we warn (naver-commerce-api.md 8.2 no. 8). */
export const DETAIL_WARN_BYTES = 1_000_000;

/** Descriptions beyond this are not read at all: no product page needs them. */
const DETAIL_MAX_BYTES = 5_000_000;

const ALLOWED_TAGS = [
  'div',
  'p',
  'br',
  'hr',
  'span',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'small',
  'sub',
  'sup',
  'font',
  'center',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'table',
  'caption',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'img',
];
/** Dropped together with what they hold; other unknown tags only lose their tag. */
const DROPPED_WITH_CONTENT = [
  'script',
  'style',
  'noscript',
  'iframe',
  'object',
  'embed',
  'applet',
  'form',
  'button',
  'select',
  'option',
  'textarea',
  'svg',
  'math',
  'video',
  'audio',
  'canvas',
  'template',
  'title',
  'head',
];

const SAFE_LENGTH = /^-?\d{1,4}(?:\.\d+)?(?:px|em|rem|%|pt)?$/;
const SAFE_STYLES = {
  'text-align': [/^(?:left|right|center|justify)$/],
  'vertical-align': [/^(?:top|middle|bottom|baseline)$/],
  'font-weight': [/^(?:bold|normal|[1-9]00)$/],
  'font-size': [SAFE_LENGTH],
  'line-height': [SAFE_LENGTH],
  color: [/^#[0-9a-f]{3,8}$/i, /^[a-z]{3,20}$/i, /^rgb\([\d\s,%.]+\)$/i],
  'background-color': [/^#[0-9a-f]{3,8}$/i, /^[a-z]{3,20}$/i, /^rgb\([\d\s,%.]+\)$/i],
  width: [SAFE_LENGTH],
  'max-width': [SAFE_LENGTH],
  height: [SAFE_LENGTH, /^auto$/],
  margin: [/^(?:(?:auto|0|-?\d{1,3}(?:px|em|%)?)\s*){1,4}$/],
  padding: [/^(?:(?:0|\d{1,3}(?:px|em|%)?)\s*){1,4}$/],
  'border-collapse': [/^(?:collapse|separate)$/],
  border: [/^\d{1,2}px (?:solid|dashed|dotted) (?:#[0-9a-f]{3,8}|[a-z]{3,20})$/i],
  display: [/^(?:block|inline|inline-block)$/],
};

/** What sanitising took out, for the seller to see. */
export interface RemovedDetail {
  readonly tags: readonly string[];
  readonly contacts: readonly string[];
  readonly links: readonly string[];
}

/**
 * A supplier's description made safe to show and to send: no scripts, styles, handlers, frames,
 * forms or links, no contacts in the text; pictures only by http or https address (protocol-relative
 * ones become https). Text stays. With `keepsPictures` false (no licence) the pictures go too; with
 * `keepsContacts` the text is the seller's own and only made safe.
 */
export function planDetail(
  rawHtml: string,
  keepsPictures: boolean,
  keepsContacts = false,
): Decision<string> & { readonly removed: RemovedDetail } {
  const tags = new Set<string>();
  const links: string[] = [];
  const contacts: string[] = [];
  const source = rawHtml.length > DETAIL_MAX_BYTES ? rawHtml.slice(0, DETAIL_MAX_BYTES) : rawHtml;
  const html = sanitizeHtml(source, {
    allowedTags: keepsPictures ? ALLOWED_TAGS : ALLOWED_TAGS.filter((tag) => tag !== 'img'),
    nonTextTags: DROPPED_WITH_CONTENT,
    allowedAttributes: {
      '*': ['style', 'align', 'width', 'height'],
      img: ['src', 'alt', 'width', 'height', 'style'],
      td: ['colspan', 'rowspan', 'style', 'align', 'valign', 'width', 'height'],
      th: ['colspan', 'rowspan', 'style', 'align', 'valign', 'width', 'height'],
      table: ['border', 'cellpadding', 'cellspacing', 'style', 'align', 'width'],
      font: ['color', 'size', 'style'],
    },
    allowedStyles: { '*': SAFE_STYLES },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: true,
    // Comments, doctypes and unknown tags go; what they enclosed stays as text.
    disallowedTagsMode: 'discard',
    onOpenTag: (name, attributes) => {
      if (name === 'a') {
        const target = attributes.href;
        if (target) links.push(target);
      } else if (!ALLOWED_TAGS.includes(name)) tags.add(name);
    },
    transformTags: {
      img: (tagName, attributes) => ({
        tagName,
        attribs: { ...attributes, src: pictureSourceOf(attributes) },
      }),
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
    textFilter: (text) => (keepsContacts ? text : withoutContacts(text, contacts)),
  });
  const removed: RemovedDetail = { tags: [...tags], contacts, links };
  const reasons: Reason[] = [];
  if (contacts.length > 0 || links.length > 0) {
    reasons.push({
      code: 'DRAFT_DETAIL_CONTACTS_REMOVED',
      severity: 'warn',
      field: 'detailHtml',
      params: { removed: summary([...contacts, ...links]) },
    });
  }
  const sizeBytes = Buffer.byteLength(html);
  return {
    value: html.trim(),
    reasons,
    removed,
    steps: [
      step(
        `상세설명 정리: 태그 ${tags.size}종, 연락처 ${contacts.length}건, 링크 ${links.length}건 제거, ${sizeBytes}바이트`,
        `Description cleaned: ${tags.size} kinds of tag, ${contacts.length} contacts, ${links.length} links removed, ${sizeBytes} bytes`,
      ),
    ],
  };
}

/** Source addresses of the pictures in sanitised `html`, in order, each as often as it stands there. */
export function pictureUrlsOf(html: string): readonly string[] {
  return [...html.matchAll(IMAGE_TAG)].map((match) => decodeAttribute(match[1] ?? ''));
}

/**
 * `html` with each picture replaced by its uploaded addresses (slices in order), as `addressesOf`
 * gives them; null removes the picture.
 */
export function withUploadedPictures(
  html: string,
  addressesOf: (url: string) => readonly string[] | null,
): string {
  return html.replace(IMAGE_TAG, (_tag, source: string) => {
    const addresses = addressesOf(decodeAttribute(source));
    if (addresses === null) return '';
    return addresses.map((address) => `<img src="${encodeAttribute(address)}">`).join('');
  });
}

/** sanitize-html writes attributes in double quotes and escapes what is inside them. */
const IMAGE_TAG = /<img\b[^>]*?\ssrc="([^"]*)"[^>]*>/g;

/** Attributes that shop scripts fill `src` from; their scripts are gone here. */
const LAZY_SOURCES = ['ec-data-src', 'data-src', 'data-original', 'data-lazy-src'] as const;

/** The picture's address in the form that the picture plan uses as its key; empty when there is none. */
function pictureSourceOf(attributes: Readonly<Record<string, string>>): string {
  const sources = [attributes.src, ...LAZY_SOURCES.map((name) => attributes[name])];
  for (const source of sources) {
    if (source === undefined) continue;
    const address = pictureUrlOf(source);
    if (address.kind === 'url') return address.url;
  }
  return '';
}

const SUMMARY_MAX = 5;

function summary(parts: readonly string[]): string {
  const shown = parts.slice(0, SUMMARY_MAX).map((part) => part.slice(0, 60));
  const more = parts.length - shown.length;
  return more > 0 ? `${shown.join(', ')} (+${more})` : shown.join(', ');
}

function decodeAttribute(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;|&#x27;/gi, "'")
    .replace(/&amp;/g, '&');
}

function encodeAttribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
