import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreBridge } from '@core/storebridge';
import { type AppError, toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { aligned } from '../columns';
import { EXIT, type ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal';

/** One thing that was looked at, in words for a person. */
export interface Finding {
  readonly name: 'node' | 'desktop' | 'redis' | 'database' | 'domeggook' | 'naver' | 'clock';
  readonly isOk: boolean;
  readonly detail: string;
  /** What to do about it; empty when nothing. */
  readonly fix: string;
}

const NODE_MAJOR_NEEDED = 22;
/** A Naver token request is refused when its timestamp is five minutes off (naver-commerce-api.md 1.4). */
const MAX_CLOCK_SKEW_MS = 60_000;
const CALL_TIMEOUT_MS = 15_000;

const say = {
  ko: {
    needNode: `Node ${NODE_MAJOR_NEEDED} 이상이 필요합니다. "npm install"로 함께 설치됩니다.`,
    desktopHere: '데스크톱 앱을 실행할 수 있습니다.',
    desktopAway: '데스크톱 실행 파일이 없습니다. 브라우저 버전으로 실행됩니다.',
    redis: {
      'redis-bundled': '이 컴퓨터의 Redis를 사용합니다.',
      'redis-remote': '설정된 원격 Redis를 사용합니다.',
      embedded: 'Redis 없이 앱 안에서 호출 한도를 지킵니다.',
    },
    redisFix: '여러 PC에서 같은 스토어를 쓴다면 redisUrl을 설정해 주세요.',
    practice: '연습 마켓에 연결되었습니다.',
    connected: '연결되었습니다.',
    clockRight: '서버 시각과 맞습니다.',
    clockFast: (distance: string) => `이 컴퓨터의 시계가 서버보다 ${distance} 빠릅니다.`,
    clockSlow: (distance: string) => `이 컴퓨터의 시계가 서버보다 ${distance} 느립니다.`,
    seconds: (count: number) => `${count}초`,
    minutes: (count: number) => `약 ${count}분`,
    clockUnknown: '서버가 시각을 알려 주지 않았습니다.',
    clockFix: '이 컴퓨터의 시각 자동 맞춤을 켜 주세요.',
    names: {
      node: 'Node',
      desktop: '데스크톱',
      redis: 'Redis',
      database: '데이터베이스',
      domeggook: '도매꾹',
      naver: '네이버',
      clock: '시계',
    },
  },
  en: {
    needNode: `Node ${NODE_MAJOR_NEEDED} or newer is needed; "npm install" brings it.`,
    desktopHere: 'The desktop app can run.',
    desktopAway: 'The desktop binary is not here; the browser version runs instead.',
    redis: {
      'redis-bundled': 'A Redis on this computer keeps the limits.',
      'redis-remote': 'The configured remote Redis keeps the limits.',
      embedded: 'The limits are kept inside the app, without Redis.',
    },
    redisFix: 'If several PCs use the same store, set redisUrl.',
    practice: 'Connected to the practice market.',
    connected: 'Connected.',
    clockRight: "As the server's clock.",
    clockFast: (distance: string) => `This computer's clock is ${distance} ahead of the server's.`,
    clockSlow: (distance: string) => `This computer's clock is ${distance} behind the server's.`,
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `about ${count} min`,
    clockUnknown: 'No server has told its time.',
    clockFix: 'Switch on automatic time on this computer.',
    names: {
      node: 'Node',
      desktop: 'Desktop',
      redis: 'Redis',
      database: 'Database',
      domeggook: 'Domeggook',
      naver: 'Naver',
      clock: 'Clock',
    },
  },
} as const;

/** Checks what the product stands on and says what to do about each. Changes nothing at the marketplaces. */
export async function runDoctor(
  open: () => Promise<StoreBridge>,
  root: string,
  json: boolean,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const findings = [checkNode(language), checkDesktop(root, language)];
  try {
    const storebridge = await open();
    findings.push({ name: 'database', isOk: true, detail: 'SQLite', fix: '' });
    try {
      findings.push(await checkRedis(storebridge, language));
      findings.push(await checkMarket('domeggook', storebridge, language));
      findings.push(await checkMarket('naver', storebridge, language));
      findings.push(checkClock(storebridge, language));
    } finally {
      await storebridge.stop(2_000);
    }
  } catch (fault) {
    findings.push(failed('database', toAppError(fault), language));
  }
  if (json) terminal.out(JSON.stringify({ checks: findings }));
  else for (const line of linesOf(findings, language)) terminal.out(line);
  return findings.every((finding) => finding.isOk) ? EXIT.done : EXIT.connection;
}

function linesOf(findings: readonly Finding[], language: Language): readonly string[] {
  const { names } = say[language];
  const lines = aligned(
    findings.map(({ name, isOk, detail }) => [isOk ? '✓' : '✗', names[name], detail]),
  );
  return findings.flatMap(({ fix }, place) => [
    lines[place] ?? '',
    ...(fix === '' ? [] : [`   → ${fix}`]),
  ]);
}

function checkNode(language: Language): Finding {
  const isOk = Number(process.versions.node.split('.')[0]) >= NODE_MAJOR_NEEDED;
  const fix = isOk ? '' : say[language].needNode;
  return { name: 'node', isOk, detail: `Node ${process.versions.node}`, fix };
}

function checkDesktop(root: string, language: Language): Finding {
  const isHere = existsSync(join(root, 'node_modules', 'electron', 'path.txt'));
  const detail = isHere ? say[language].desktopHere : say[language].desktopAway;
  return { name: 'desktop', isOk: true, detail, fix: '' };
}

async function checkRedis(storebridge: StoreBridge, language: Language): Promise<Finding> {
  const { backend, fault } = await storebridge.limits();
  if (fault !== null) {
    const text = textOf(fault.code, language, fault.params);
    return { name: 'redis', isOk: false, detail: text.message, fix: text.fix };
  }
  const fix = backend === 'embedded' ? say[language].redisFix : '';
  return { name: 'redis', isOk: true, detail: say[language].redis[backend], fix };
}

async function checkMarket(
  name: 'domeggook' | 'naver',
  storebridge: StoreBridge,
  language: Language,
): Promise<Finding> {
  const options = { lane: 'normal', signal: AbortSignal.timeout(CALL_TIMEOUT_MS) } as const;
  const { practice, connected } = say[language];
  const detail = storebridge.mode === 'practice' ? practice : connected;
  try {
    if (name === 'domeggook') await storebridge.domeggook.fetchCategories(options);
    else await storebridge.naver.fetchAccount(options);
    return { name, isOk: true, detail, fix: '' };
  } catch (fault) {
    return failed(name, toAppError(fault), language);
  }
}

function checkClock(storebridge: StoreBridge, language: Language): Finding {
  const { clockFix, clockUnknown } = say[language];
  const skewMs = storebridge.clockSkewMs();
  if (skewMs === null) return { name: 'clock', isOk: true, detail: clockUnknown, fix: '' };
  const isOk = Math.abs(skewMs) <= MAX_CLOCK_SKEW_MS;
  return { name: 'clock', isOk, detail: clockWords(skewMs, language), fix: isOk ? '' : clockFix };
}

function clockWords(skewMs: number, language: Language): string {
  const { clockRight, clockFast, clockSlow, seconds, minutes } = say[language];
  const distanceSeconds = Math.round(Math.abs(skewMs) / 1000);
  // The servers tell whole seconds, and the answer has travelled.
  if (distanceSeconds <= 2) return clockRight;
  const distance =
    distanceSeconds < 120 ? seconds(distanceSeconds) : minutes(Math.round(distanceSeconds / 60));
  return skewMs > 0 ? clockFast(distance) : clockSlow(distance);
}

function failed(name: Finding['name'], fault: AppError, language: Language): Finding {
  const text = textOf(fault.code, language, fault.params);
  return { name, isOk: false, detail: text.message, fix: text.fix };
}
