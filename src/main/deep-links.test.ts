import { EventEmitter } from 'node:events';
import { createRecordingLogger } from '@core/testing/recording-logger';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DeepLinksDependencies, hearDeepLinks, itemOfLink } from './deep-links';

it.each([
  ['storebridge://item/12345', '12345'],
  ['STOREBRIDGE://Item/12345/', '12345'],
  ['storebridge://item/1234567890', '1234567890'],
  ['storebridge://item/12345678901', null],
  ['storebridge://item/12345?keys=1', null],
  ['storebridge://item/12345#x', null],
  ['storebridge://item/../settings', null],
  ['storebridge://item/1 2', null],
  ['storebridge://other/12345', null],
  ['storebridge:item/12345', null],
  ['https://item/12345', null],
  ['', null],
])('reads %s as %s', (link, itemNo) => {
  expect(itemOfLink(link)).toBe(itemNo);
});

it('names an item only for a link that is one whole number', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (tail) => {
      const itemNo = itemOfLink(`storebridge://item/${tail}`);
      expect(itemNo === null || tail.replace(/\/$/, '') === itemNo).toBe(true);
    }),
  );
});

function hearing(args: readonly string[], isPackaged = false) {
  const items: string[] = [];
  const registered: string[] = [];
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    setAsDefaultProtocolClient: (scheme: string) => {
      registered.push(scheme);
      return false;
    },
  });
  const logger = createRecordingLogger();
  hearDeepLinks({
    app: app as unknown as DeepLinksDependencies['app'],
    args,
    onItem: (itemNo) => items.push(itemNo),
    logger,
  });
  return { app, items, registered, logger };
}

it('hears the own command line, that of a second start and the Mac’s event', () => {
  const { app, items } = hearing(['app', 'storebridge://item/1']);
  app.emit('second-instance', {}, ['app', '--flag', 'storebridge://item/22'], '/');
  app.emit('second-instance', {}, ['app', 'list.csv'], '/');
  let isPrevented = false;
  const event = { preventDefault: () => (isPrevented = true) };
  app.emit('open-url', event, 'storebridge://item/333');
  expect(items).toEqual(['1', '22', '333']);
  expect(isPrevented).toBe(true);
});

it('says that a link was ignored without repeating it', () => {
  const { items, logger } = hearing(['storebridge://item/secret-word']);
  expect(items).toEqual([]);
  expect(JSON.stringify(logger.entries)).not.toContain('secret-word');
  expect(logger.entries).toHaveLength(1);
});

it('becomes the system’s answer for the scheme only where it is installed, and logs a refusal', () => {
  expect(hearing([]).registered).toEqual([]);
  const { registered, logger } = hearing([], true);
  expect(registered).toEqual(['storebridge']);
  expect(logger.entries).toMatchObject([{ level: 'warn' }]);
});
