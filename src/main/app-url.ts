/** Scheme and host under which the page is served inside the desktop app. */
export const APP_SCHEME = 'app';
/** Address of the app's page; its origin is what requests are trusted by. */
export const APP_URL = `${APP_SCHEME}://storebridge/`;

/** True for addresses of the app's own page; anything else is foreign. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  // `origin` is "null" for schemes the URL standard does not know, so the parts are compared.
  return protocol === `${APP_SCHEME}:` && host === 'storebridge';
}
