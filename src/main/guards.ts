import type { App, Session, Shell, WebContents } from 'electron';
import { isAppUrl } from './app-url';

/** Hosts whose pages a person may open in their own browser from the app. */
const OUTSIDE_HOSTS = ['domeggook.com', 'naver.com'];

/** True for https pages of the two marketplaces and their subdomains. */
export function isOpenableOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'https:' &&
    OUTSIDE_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}

/** No page leaves the app, opens a window, embeds another or gets a permission. */
export function guardContents(app: Pick<App, 'on'>, shell: Pick<Shell, 'openExternal'>): void {
  app.on('web-contents-created', (_, contents) => guard(contents, shell));
}

function guard(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  const refuseForeign = (event: { preventDefault(): void }, url: string): void => {
    if (!isAppUrl(url)) event.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-redirect', refuseForeign);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isOpenableOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Camera, position, notifications and all the rest: the page needs none of them. */
export function refusePermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
}
