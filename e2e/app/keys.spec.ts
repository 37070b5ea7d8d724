import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '../fixtures';

/** Made up, in the published form: a bcrypt salt. */
const SECRET = '$2a$04$SimulatorSaltExample0u';

let gateway: Server;

/** A gateway that gives a token and then refuses the address, as Naver does for a new PC. */
test.beforeEach(async ({ dataFolder }) => {
  gateway = createServer((request, response) => {
    const isToken = request.url?.endsWith('/oauth2/token') ?? false;
    response.writeHead(isToken ? 200 : 403, { 'content-type': 'application/json;charset=UTF-8' });
    const refusal = {
      code: 'GW.IP_NOT_ALLOWED',
      message: '호출이 허용되지 않은 IP입니다. (203.0.113.47)',
      timestamp: '2026-11-23T10:00:00.000+09:00',
    };
    const token = { access_token: 'token', expires_in: 10799, token_type: 'Bearer' };
    response.end(JSON.stringify(isToken ? token : refusal));
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  await mkdir(join(dataFolder, 'home'), { recursive: true });
  const settings = { naverUrl: `http://127.0.0.1:${port}/external` };
  await writeFile(join(dataFolder, 'home', 'settings.json'), JSON.stringify(settings));
});

test.afterEach(() => {
  gateway.closeAllConnections();
  gateway.close();
});

test('keys go in and never come out, and a refused connection says what to do', async ({ app }) => {
  const { page } = app;
  await page.getByRole('link', { name: '설정' }).click();
  await page.getByRole('link', { name: '연결과 키' }).click();
  await expect(page.getByText('지금은 연습 모드입니다')).toBeVisible();
  await expect(page.getByRole('button', { name: '운영 모드로 전환' })).toBeDisabled();

  const naver = page.getByRole('region', { name: '네이버 스마트스토어 연결' });
  await expect(naver.getByRole('button', { name: '연결 확인' })).toBeDisabled();
  await naver.getByLabel('네이버 애플리케이션 ID').fill('sim-client-01');
  await naver.getByRole('button', { name: '저장' }).first().click();
  await expect(naver.getByText('sim-client-01')).toBeVisible();
  await naver.getByLabel('네이버 애플리케이션 시크릿').fill(SECRET);
  await naver.getByRole('button', { name: '저장' }).last().click();
  await expect(naver.getByText('등록됨 ••••le0u')).toBeVisible();
  expect(await page.content()).not.toContain(SECRET);

  await naver.getByRole('button', { name: '연결 확인' }).click();
  const refusal = naver.getByRole('alert');
  await expect(refusal).toContainText('NAVER_IP_NOT_ALLOWED');
  await expect(refusal).toContainText('203.0.113.47');
  await expect(refusal).toContainText('API 호출 IP에 이 주소를 추가');

  await app.restart();
  await app.page.getByRole('link', { name: '설정' }).click();
  await app.page.getByRole('link', { name: '연결과 키' }).click();
  await expect(app.page.getByText('등록됨 ••••le0u')).toBeVisible();
  await expect(app.page.getByText('지금은 연습 모드입니다')).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});
