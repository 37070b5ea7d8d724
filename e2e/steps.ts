import { expect, type Locator, type Page } from '@playwright/test';

/** Asks the core as the page's own bridge does, in every way the app runs. */
export async function ask<Answer>(page: Page, route: string, input: object): Promise<Answer> {
  const message = JSON.stringify({ kind: 'request', id: 0, route, input });
  const envelope = await page.evaluate(`
    window.storebridge
      ? window.storebridge.request(${JSON.stringify(route)}, ${JSON.stringify(input)})
      : new Promise((resolve, reject) => {
          const socket = new WebSocket('ws://' + location.host + '/socket');
          socket.onerror = reject;
          socket.onopen = () => socket.send(${JSON.stringify(message)});
          socket.onmessage = ({ data }) => {
            resolve(JSON.parse(data).envelope);
            socket.close();
          };
        })`);
  const { ok, value } = envelope as { ok: boolean; value: Answer };
  expect([route, ok]).toEqual([route, true]);
  return value;
}

/** Goes to an address of the app and waits for its screen. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The main menu's entry. */
export const menu = (page: Page, name: string): Locator =>
  page.getByRole('navigation').first().getByRole('link', { name });

/** Pastes item numbers on the import screen and starts their registration. */
export async function startPasted(page: Page, itemNos: readonly string[]): Promise<void> {
  await menu(page, '가져오기').click();
  await page.getByLabel(/붙여넣으세요/).fill(itemNos.join('\n'));
  await page.getByRole('button', { name: '목록 확인' }).click();
  await page.getByRole('button', { name: `${itemNos.length}개 등록 시작` }).click();
}

/** Pastes item numbers, starts them and shows the queue. */
export async function followPasted(page: Page, itemNos: readonly string[]): Promise<void> {
  await startPasted(page, itemNos);
  await page.getByRole('button', { name: '대기열 보기' }).click();
}

/** Drops text files on the window, as a person's hand does from another program. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
  place = 'body',
): Promise<void> {
  await drop(
    page,
    `for (const { name, text } of ${JSON.stringify(files)}) {
      transfer.items.add(new File([text], name, { type: 'text/csv' }));
    }`,
    place,
  );
}

/** Drops marked text on the window. */
export async function dropText(page: Page, text: string): Promise<void> {
  await drop(page, `transfer.setData('text/plain', ${JSON.stringify(text)});`, 'body');
}

async function drop(page: Page, filling: string, place: string): Promise<void> {
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    ${filling}
    return transfer;
  })()`);
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent(place, event, { dataTransfer: transfer });
  }
}

/** Every practice market has this wholesale key; it opens its control too. */
const PRACTICE_KEY = 'practice-wholesale-key-0001';

/** One command to the market that the app practises in; gives its result. */
export async function askMarket<Result = unknown>(
  page: Page,
  command: Readonly<Record<string, unknown>>,
): Promise<Result> {
  const { domeggookUrl } = await ask<{ domeggookUrl: string }>(page, 'settings.get', {});
  const response = await fetch(new URL('/_practice/control', domeggookUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-practice-key': PRACTICE_KEY },
    body: JSON.stringify(command),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the market answered ${response.status}: ${text}`);
  return (JSON.parse(text) as { readonly result: Result }).result;
}
