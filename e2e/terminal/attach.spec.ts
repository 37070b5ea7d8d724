import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleItemNos } from '../sample-items';
import { type Market, run, start, startMarket, withFolder, writeList } from './program';

interface Stats {
  readonly createdProducts: number;
  readonly duplicatesBySellerCode: number;
}

let market: Market;
test.beforeEach(async () => {
  market = await startMarket();
});
test.afterEach(async () => {
  await market.stop();
});

test('a list registered while the app runs is handed to it, and the app tells what it does', async () => {
  test.setTimeout(120_000);
  await withFolder(async (folder) => {
    const variables = { ...market.variables, STOREBRIDGE_HOME: join(folder, 'home') };
    const address = join(folder, 'home', 'run', 'attach.json');
    expect((await run(['status', '--json'], variables)).json).toEqual({ running: false });

    const app = start(['serve'], variables);
    await expect.poll(() => existsSync(address), { timeout: 20_000 }).toBe(true);
    expect(statSync(address).mode & 0o777).toBe(0o600);

    const list = writeList(folder, sampleItemNos(2));
    const [first, second] = await Promise.all([
      run(['register', list, '--json'], variables),
      run(['register', list, '--json'], variables),
    ]);
    expect(first.stderr).toContain(String(app.child.pid));
    expect(first.json).toMatchObject({ total: 2, failed: 0, waiting: 0 });
    expect(second.json).toMatchObject({ total: 2, failed: 0, waiting: 0 });
    const status = await run(['status', '--json'], variables);
    expect(status.json).toMatchObject({ running: true, pid: app.child.pid });

    const paused = await run(['queue', 'pause', '--json'], variables);
    expect(paused.json).toMatchObject({ pid: app.child.pid, status: { isPaused: true } });

    app.child.kill('SIGTERM');
    expect((await app.ended).status).toBe(0);
    // Kept over the end of the app, and taken back where nobody works.
    const resumed = await run(['queue', 'resume', '--json'], variables);
    expect(resumed.json).toMatchObject({ running: false, status: { isPaused: false } });
    expect(existsSync(address)).toBe(false);
    const stats = await market.control<Stats>({ command: 'stats' });
    expect(stats).toMatchObject({ createdProducts: 2, duplicatesBySellerCode: 0 });
  });
});

test('an address that a killed app left behind keeps nobody from working', async () => {
  test.setTimeout(120_000);
  await withFolder(async (folder) => {
    const variables = { ...market.variables, STOREBRIDGE_HOME: join(folder, 'home') };
    const app = start(['serve'], variables);
    const address = join(folder, 'home', 'run', 'attach.json');
    await expect.poll(() => existsSync(address), { timeout: 20_000 }).toBe(true);
    app.child.kill('SIGKILL');
    await app.ended;
    expect(existsSync(address)).toBe(true);
    const ended = await run(['register', writeList(folder, sampleItemNos(1)), '--json'], variables);
    expect(ended.json).toMatchObject({ total: 1, registered: 1 });
  });
});
