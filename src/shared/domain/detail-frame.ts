/**
 * `html` between the store's own texts, each line a paragraph. The texts are plain: what looks like a
 * tag in them is shown as it was typed.
 */
export function framedDetail(
  html: string,
  frame: { readonly detailHeader: string; readonly detailFooter: string },
): string {
  return [paragraphs(frame.detailHeader), html, paragraphs(frame.detailFooter)].join('');
}

function paragraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line.trim())}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
