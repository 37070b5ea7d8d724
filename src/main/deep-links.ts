import type { Logger } from '@core/platform/logger';
import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import type { App } from 'electron';

/** Scheme that the installed app answers for. */
const LINK_SCHEME = 'storebridge';

/** Longer ones are not looked at: a link names one item. */
const LINK_MAX_CHARS = 64;
/** Systems add a slash to an address that is only a host and a path. */
const ITEM_LINK = /^storebridge:\/\/item\/(\d{1,10})\/?$/i;

/** The item that `link` names; null for everything that is not exactly `storebridge://item/<number>`. */
export function itemOfLink(link: string): ItemNo | null {
  if (link.length > LINK_MAX_CHARS) return null;
  const [, digits] = ITEM_LINK.exec(link) ?? [];
  return digits === undefined ? null : parseItemNo(digits);
}

/** Where links come from; `onItem` is told of valid ones only. */
export interface DeepLinksDependencies {
  readonly app: Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>;
  /** The command line the app was started with. */
  readonly args: readonly string[];
  readonly onItem: (itemNo: ItemNo) => void;
  readonly logger: Logger;
}

/**
 * Hears links to items: of the first start's command line, of a second start (Windows, Linux) and by
 * the Mac's `open-url`. Has to be called before Electron is ready, or the first `open-url` is missed.
 * Only the installed app makes itself the system's answer for the scheme.
 */
export function hearDeepLinks({ app, args, onItem, logger }: DeepLinksDependencies): void {
  if (app.isPackaged && !app.setAsDefaultProtocolClient(LINK_SCHEME)) {
    logger.warn({ scheme: LINK_SCHEME }, 'the system did not take the app for its links');
  }
  const take = (link: string): void => {
    const itemNo = itemOfLink(link);
    if (itemNo !== null) onItem(itemNo);
    else logger.warn({ lengthChars: link.length }, 'a link that names no item was ignored');
  };
  const takeFrom = (words: readonly string[]): void => {
    const link = words.findLast((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`));
    if (link !== undefined) take(link);
  };
  takeFrom(args);
  app.on('second-instance', (_, otherArgs) => takeFrom(otherArgs));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
}
