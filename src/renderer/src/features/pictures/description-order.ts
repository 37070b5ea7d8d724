/** Addresses of the pictures that the description's text holds, in its order. Loads nothing. */
export function pictureOrderOf(detailHtml: string): readonly string[] {
  const { images } = new DOMParser().parseFromString(detailHtml, 'text/html');
  return [...images].flatMap((image) => image.getAttribute('src') ?? []);
}
