const REMOVED_WITH_CONTENT = /<(script|style|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const REMOVED_TAGS = /<\/?(script|style|head|body|meta|html|iframe|link)\b[^>]*>/gi;
const EVENT_ATTRIBUTES = /\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const DATA_URIS = /\s(src|href)\s*=\s*("data:[^"]*"|'data:[^']*')/gi;

/** What the platform removes silently from a description (naver-commerce-api.md 5.2). */
export function filterDetailContent(html: string): string {
  return html
    .replace(REMOVED_WITH_CONTENT, '')
    .replace(REMOVED_TAGS, '')
    .replace(EVENT_ATTRIBUTES, '')
    .replace(DATA_URIS, '');
}
