/** One piece of a description in reading order. */
export type DescriptionBlock =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] };

const BREAKS: ReadonlySet<string> = new Set([
  'P',
  'DIV',
  'BR',
  'LI',
  'UL',
  'OL',
  'SECTION',
  'ARTICLE',
  'CENTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HR',
]);

/**
 * A description as plain blocks: nothing of its markup runs or is taken over, so that a supplier's HTML
 * needs no page of its own to be shown.
 */
export function descriptionBlocks(html: string): readonly DescriptionBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks: DescriptionBlock[] = [];
  let text = '';
  const flush = (kind: 'heading' | 'text' = 'text'): void => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain !== '') blocks.push({ kind, text: plain });
    text = '';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.textContent ?? '';
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.tagName === 'IMG') {
      flush();
      const url = node.getAttribute('src');
      if (url !== null && url !== '') blocks.push({ kind: 'picture', url });
      return;
    }
    // A table that holds pictures is layout, not a list of values.
    if (node.tagName === 'TABLE' && node.querySelector('img') === null) {
      flush();
      const rows = [...node.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) => (cell.textContent ?? '').trim()),
      );
      blocks.push({ kind: 'rows', rows });
      return;
    }
    const isBreak = BREAKS.has(node.tagName);
    if (isBreak) flush();
    for (const child of node.childNodes) walk(child);
    if (isBreak) flush(/^H\d$/.test(node.tagName) ? 'heading' : 'text');
  };
  for (const child of body.childNodes) walk(child);
  flush();
  return blocks;
}
