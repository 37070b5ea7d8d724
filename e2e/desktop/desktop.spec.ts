import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ask, go } from '../steps';

/** An item of the practice market with options that can be edited. */
const SHIRT = '63110007';

/** What the functions below use of the page they run in. */
interface InPage {
  readonly storebridge: {
    request(route: string, input: unknown): Promise<unknown>;
  };
  readonly location: { href: string };
  readonly document: {
    createElement(name: string): { textContent: string };
    readonly head: { append(element: unknown): void };
  };
  open(url: string): void;
}

test('the page gets two functions of the preload and nothing of Node or Electron', async ({
  app,
}) => {
  const seen = await app.page.evaluate(() => {
    const page = globalThis as unknown as InPage & Record<string, unknown>;
    return {
      functions: Object.entries(page.storebridge).map(([name, value]) => [name, typeof value]),
      isFrozen: Object.isFrozen(page.storebridge),
      node: ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer'].filter(
        (name) => name in page,
      ),
    };
  });
  expect(seen).toEqual({
    functions: [
      ['request', 'function'],
      ['subscribe', 'function'],
    ],
    isFrozen: true,
    node: [],
  });
});

test('bytes of a file arrive at the core as they are', async ({ app }) => {
  const answer = await app.page.evaluate(() => {
    const { storebridge } = globalThis as unknown as InPage;
    // UTF-16 with its mark: every second byte is zero, which no text channel would carry.
    const text = '\uFEFF10000001\r\n10000002\r\n';
    const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
    const bytes = new Uint8Array(units.buffer);
    return storebridge.request('intake.readList', { fileName: '목록.txt', bytes });
  });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      reading: {
        state: { kind: 'read' },
        summary: { encoding: 'utf-16', verdicts: { taken: 2, duplicate: 0, malformed: 0 } },
      },
    },
  });
});

test('a refused request is answered with its code, not with a rejection', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const { storebridge } = globalThis as unknown as InPage;
    return [
      await storebridge.request('no.suchRoute', {}),
      await storebridge.request('drafts.list', { limit: -1 }),
    ];
  });
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'IPC_UNKNOWN_ROUTE' } },
    { ok: false, error: { code: 'IPC_BAD_INPUT', field: 'limit' } },
  ]);
});

test('the page cannot leave the app, open a window or run foreign script', async ({ app }) => {
  const { page } = app;
  const address = page.url();
  await page.evaluate(() => {
    const { location } = globalThis as unknown as InPage;
    location.href = 'https://evil.example/';
  });
  await page.evaluate(() => {
    (globalThis as unknown as InPage).open('https://evil.example/');
  });
  const isInjected = await page.evaluate(() => {
    const { document } = globalThis as unknown as InPage;
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.head.append(script);
    return 'injected' in globalThis;
  });
  expect(isInjected).toBe(false);
  await page.getByRole('link', { name: '설정' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '설정' })).toBeVisible();
  expect(page.url()).toBe(`${address.split('#')[0]}#/settings`);
  const foreign = page
    .context()
    .pages()
    .filter((other) => other.url().includes('evil.example'));
  expect(foreign).toEqual([]);
});

test('a list opened while the app runs lands in the window that is there', async ({
  app,
  dataFolder,
}) => {
  const list = join(dataFolder, '열린 목록.csv');
  await writeFile(list, '상품번호\n63110007\n63110028\n');
  await app.openAgain([list]);
  await expect(app.page.getByRole('heading', { level: 2, name: '열린 목록.csv' })).toBeVisible();
  await expect(app.page.getByText(/상품번호 2개를 찾았습니다/)).toBeVisible();
  expect(
    app.page
      .context()
      .pages()
      .filter((page) => page.url() === app.page.url()),
  ).toHaveLength(1);
});

test('menu, tray and links of the system lead into the page, and the window stays where it was', async ({
  app,
  dataFolder,
}) => {
  test.skip(app.way !== 'double', 'menus and trays are out of reach of a test in Electron itself');
  const title = () => app.page.getByRole('heading', { level: 1 });
  const menu = await app.desktop('menu');
  expect(menu.map(({ label }) => label)).toEqual([
    '파일(&F)',
    '편집(&E)',
    '보기(&V)',
    '이동(&G)',
    '도움말(&H)',
  ]);
  await app.desktop('pressMenu', 'go-queue');
  await expect(title()).toHaveText('등록 대기열');
  await app.desktop('pressMenu', 'shortcuts');
  const dialog = app.page.getByRole('dialog', { name: '키보드 단축키' });
  await expect(dialog).toBeVisible();
  await app.page.keyboard.press('Escape');

  await expect
    .poll(() => app.desktop('tray'))
    .toMatchObject({
      image: 'tray-idle.png',
      toolTip: 'StoreBridge – 대기 중',
      lines: expect.arrayContaining(['StoreBridge 열기', '대기 중', '오늘 등록 0건']),
    });
  await app.desktop('pressTray', 'tray-queue');
  await expect.poll(async () => (await app.desktop('tray'))?.image).toBe('tray-paused.png');

  const list = join(dataFolder, '고른 목록.csv');
  await writeFile(list, '상품번호\n63110007\n');
  await app.desktop('pressMenu', 'import-list');
  await expect.poll(() => app.desktop('question')).toMatchObject({ kind: 'open' });
  await app.desktop('answer', list);
  await expect(app.page.getByRole('heading', { level: 2, name: '고른 목록.csv' })).toBeVisible();

  await app.openAgain(['storebridge://item/63110007']);
  await expect(app.page.getByText('상품 63110007은(는) 아직 가져오지 않았습니다.')).toBeVisible();
  await app.desktop('pressMenu', 'go-settings');
  await app.page.getByText('English', { exact: true }).click();
  await expect.poll(async () => (await app.desktop('menu'))[0]?.label).toBe('&File');

  const bounds = { x: 40, y: 60, width: 1100, height: 700 };
  await app.desktop('setBounds', bounds);
  const kept = join(dataFolder, 'home', 'window.json');
  await expect.poll(() => readFile(kept, 'utf8').catch(() => '')).toContain('1100');
  await app.restart();
  expect((await app.desktop('window')).bounds).toEqual(bounds);
});

test('the data folder is opened by the system, from Settings and from the menu, and a refusal is told', async ({
  app,
  dataFolder,
}) => {
  test.skip(app.way !== 'double', 'Electron itself would open a window of the system');
  const home = join(dataFolder, 'home');
  await go(app.page, '#/settings/data');
  const button = app.page.getByRole('button', { name: '폴더 열기' });
  await button.click();
  await expect.poll(() => app.desktop('pathsOpened')).toEqual([home]);
  await app.desktop('refusePaths', 'no program for folders');
  await button.click();
  const refusal = app.page.getByRole('alert').filter({ hasText: home });
  await expect(refusal).toContainText('폴더나 파일을 열지 못했습니다');
  await expect(refusal).toContainText('no program for folders');
  await go(app.page, '#/queue');
  await app.desktop('pressMenu', 'open-folder');
  await expect(app.page.getByText(`폴더나 파일을 열지 못했습니다: ${home}`)).toBeVisible();
  expect(await app.desktop('pathsOpened')).toEqual([home, home, home]);
});

test('a crash is recorded and told, a link opens its item, and closing saves or asks', async ({
  app,
  dataFolder,
}) => {
  test.skip(app.way !== 'double', 'system windows are out of reach of a test in Electron itself');
  await app.page.evaluate('globalThis.isOldPage = true');
  await app.desktop('losePage');
  await expect
    .poll(() => app.page.evaluate('globalThis.isOldPage').catch(() => true))
    .toBe(undefined);
  await expect(app.page.getByText(/화면이 멈추어 다시 열었습니다/)).toBeVisible();
  const logs = join(dataFolder, 'home', 'logs');
  const [crash = ''] = (await readdir(logs)).filter((name) => name.startsWith('crash-'));
  expect(JSON.parse(await readFile(join(logs, crash), 'utf8'))).toMatchObject({
    kind: 'page-gone',
    what: { reason: 'crashed', exitCode: 139 },
  });
  await ask(app.page, 'registration.enqueue', {
    itemNos: [SHIRT],
    lane: 'normal',
    batchName: 'link',
  });
  const draftOf = async () =>
    (
      await ask<{ draft: { content: { name: string } } | null }>(app.page, 'drafts.get', {
        itemNo: SHIRT,
      })
    ).draft;
  await expect.poll(draftOf, { timeout: 60_000 }).not.toBeNull();
  // Nothing goes on in the background, which closing would ask about first.
  await expect.poll(async () => (await app.desktop('window')).progress).toBeNull();

  await app.kill();
  await app.restart();
  const told = () => app.page.getByRole('region', { name: '비정상 종료 안내' });
  await expect(told()).toContainText('정상적으로 종료되지 않았습니다');
  await told().getByRole('button', { name: '진단 파일 만들기' }).click();
  await expect(told()).toContainText(/diagnostics.storebridge-.*\.zip/);

  await app.openAgain([`storebridge://item/${SHIRT}`]);
  const name = app.page.getByRole('textbox', { name: '상품명', exact: true });
  await name.fill('닫기 직전에 고친 이름');
  await app.desktop('closeWindow');
  const question = async () => (await app.desktop('question'))?.message;
  await expect.poll(question).toBe('창을 닫아도 작업을 계속할까요?');
  await app.desktop('answer', 1);
  // It saves, stops and takes its mark of a running app away.
  const isRunning = () => existsSync(join(dataFolder, 'home', 'run', 'desktop.json'));
  await expect.poll(isRunning).toBe(false);
  await app.restart();
  await expect(told()).toHaveCount(0);
  expect((await draftOf())?.content.name).toBe('닫기 직전에 고친 이름');

  await go(app.page, `#/drafts/${SHIRT}/options`);
  await app.page
    .getByRole('textbox', { name: /옵션값 1/ })
    .first()
    .fill('먹색');
  await app.page.keyboard.press('Enter');
  await app.desktop('closeWindow');
  // The seller’s choice to quit is remembered.
  await expect.poll(question).toBe('저장하지 않은 내용이 있습니다.');
  expect((await app.desktop('question'))?.detail).toContain('• 옵션 편집 내용');
  await app.desktop('answer', 0);
  await expect(app.page.getByRole('button', { name: '저장' })).toBeEnabled();
});
