import { EventEmitter } from 'node:events';
import type { App, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { guardContents, isOpenableOutside, refusePermissions } from './guards';
import { isOwnTopFrame } from './ipc-transport';

/** Web contents as far as the guards touch them, and what was decided. */
function guarded() {
  const app = new EventEmitter();
  const opened: string[] = [];
  guardContents(app as unknown as App, {
    openExternal: async (url) => {
      opened.push(url);
    },
  });
  let decide: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof decide) => {
      decide = handler;
    },
  });
  app.emit('web-contents-created', {}, contents);
  const isStopped = (name: string, url: string): boolean => {
    let isPrevented = false;
    const event = {
      preventDefault: () => {
        isPrevented = true;
      },
    };
    contents.emit(name, event, url);
    return isPrevented;
  };
  const openWindow = (url: string): string =>
    decide({ url } as Parameters<typeof decide>[0]).action;
  return { isStopped, openWindow, opened };
}

it.each([
  ['app://storebridge/', false],
  ['app://storebridge/index.html#/queue', false],
  ['app://elsewhere/', true],
  ['https://storebridge/', true],
  ['file:///etc/passwd', true],
  ['javascript:alert(1)', true],
  ['data:text/html,hi', true],
])('stops leaving to %s: %s', (url, isExpected) => {
  const { isStopped } = guarded();
  expect(isStopped('will-navigate', url)).toBe(isExpected);
  expect(isStopped('will-redirect', url)).toBe(isExpected);
});

it('embeds no other page', () => {
  expect(guarded().isStopped('will-attach-webview', '')).toBe(true);
});

it('opens no window; pages of the marketplaces go to the person’s own browser', () => {
  const { openWindow, opened } = guarded();
  const urls = [
    'https://domeggook.com/12345678',
    'https://smartstore.naver.com/shop',
    'http://domeggook.com/',
    'https://evil-naver.com/',
    'https://naver.com.evil.example/',
    'file:///etc/passwd',
    'not an address',
  ];
  expect(urls.map(openWindow)).toEqual(urls.map(() => 'deny'));
  expect(opened).toEqual(urls.slice(0, 2));
  expect(urls.map(isOpenableOutside)).toEqual([true, true, false, false, false, false, false]);
});

it('gives no permission', () => {
  const decisions: unknown[] = [];
  refusePermissions({
    setPermissionRequestHandler: (handler) => {
      handler?.({} as WebContents, 'geolocation', (granted) => decisions.push(granted), {
        isMainFrame: true,
        requestingUrl: '',
      });
    },
    setPermissionCheckHandler: (handler) => {
      decisions.push(
        handler?.(null, 'clipboard-read', '', { isMainFrame: true, requestingUrl: '' }),
      );
    },
  });
  expect(decisions).toEqual([false, false]);
});

it.each([
  ['our own top frame', { url: 'app://storebridge/#/queue', parent: null }, true],
  ['a frame inside our page', { url: 'app://storebridge/', parent: {} }, false],
  ['a foreign page', { url: 'https://evil.example/', parent: null }, false],
  ['a frame that is gone', null, false],
])('trusts requests of %s: %s', (_name, senderFrame, isTrusted) => {
  expect(isOwnTopFrame({ senderFrame } as Parameters<typeof isOwnTopFrame>[0])).toBe(isTrusted);
});
