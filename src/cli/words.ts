import type { Language } from '@shared/texts/types';
import type { LineState, RegisterReport } from './register-report';

/** What the terminal says by itself; messages about items come from the shared catalogue. */
export const words = {
  ko: {
    states: {
      registered: '등록 완료',
      alreadyRegistered: '이미 등록됨',
      needsReview: '검토 필요',
      rejected: '등록 불가',
      failed: '실패',
      waiting: '대기 중',
      duplicate: '중복 줄',
      invalid: '잘못된 줄',
    } satisfies Record<LineState, string>,
    columns: ['상품번호', '결과', '네이버 번호', '옵션', '이미지', '판매가', '마진'],
    none: '-',
    line: (number: number) => `${number}번째 줄`,
    choices: (count: number) => `${count}개`,
    won: (amount: number) => `${amount.toLocaleString('ko-KR')}원`,
    progress: (done: number, total: number, stages: string) =>
      `${done}/${total} 처리됨 · ${stages}`,
    stages: {
      queued: '대기',
      fetching: '조회',
      preparing: '준비',
      uploading: '이미지',
      registering: '등록',
      verifying: '확인',
    },
    summary: (r: RegisterReport) =>
      `전체 ${r.total}줄: 등록 ${r.registered}, 이미 등록됨 ${r.alreadyRegistered}, 검토 필요 ${r.needsReview}, 등록 불가 ${r.rejected}, 실패 ${r.failed}, 대기 ${r.waiting}, 잘못된 줄 ${r.invalidLines}`,
    kept: '남은 작업은 보관되어 있습니다. 해결한 뒤 같은 명령을 다시 실행하면 이어서 진행합니다.',
    review: '검토가 필요한 상품은 앱(npm start)의 ‘상품 초안’ 화면에서 결정하면 등록됩니다.',
    practice: '연습 모드: 실제 도매꾹·네이버가 아니라 이 컴퓨터의 연습 마켓에 등록합니다.',
    serving: (url: string) => `StoreBridge가 실행 중입니다: ${url}`,
    open: '브라우저에서 위 주소를 열어 주세요. 끝내려면 Ctrl+C를 누르세요.',
    reading: (file: string) => `${file} 읽는 중 …`,
    backedUp: (path: string) => `백업했습니다: ${path}`,
    restored: (id: string) =>
      `백업 ${id}에서 복원했습니다. 이전 데이터는 set-aside 폴더에 있습니다. 끝나지 않은 작업은 "storebridge queue status"로 확인하고 "storebridge queue resume"으로 다시 시작하세요.`,
    noBackups: '아직 백업이 없습니다. "storebridge backup"으로 만들 수 있습니다.',
    attached: (pid: number) =>
      `이 데이터 폴더에서 실행 중인 StoreBridge(${pid})에 작업을 맡깁니다 …`,
    takenBack: (pid: number) =>
      `작업을 맡은 StoreBridge(${pid})가 끝났습니다. 남은 작업을 이어서 처리합니다 …`,
    running: (pid: number) => `StoreBridge가 실행 중입니다(프로세스 ${pid}).`,
    notRunning: '이 데이터 폴더에서 실행 중인 StoreBridge가 없습니다.',
    queue: (left: number, done: number, review: number) =>
      `남은 작업 ${left}개, 완료 ${done}개, 검토 필요 ${review}개`,
    howToResume: '터미널에서는 "storebridge queue resume"으로 다시 시작합니다.',
    flowing: '대기열이 진행 중입니다.',
    idle: '대기열에 남은 작업이 없습니다.',
    waitsForApp: '앱을 열거나 "storebridge serve"를 실행하면 대기열이 진행됩니다.',
    partHeld: (part: string) =>
      `일부가 멈춰 있습니다: ${part}. 앱의 대기열 화면에서 다시 시작할 수 있습니다.`,
    lanes: { normal: '한 개씩 등록', batch: '목록 등록' } as Readonly<Record<string, string>>,
    store: '스토어',
    readyAt: (atMs: number) => `예상 완료: ${momentOf(atMs, 'ko-KR')}`,
    nowPaused: '대기열을 멈췄습니다. 지금 등록 중인 상품만 마칩니다.',
    nowResumed: '대기열을 다시 시작했습니다.',
    newestLists: '최근 목록:',
    ended: (ended: number, total: number) => `${ended}/${total} 처리됨`,
    backupColumns: ['이름', '만든 때', '종류', '크기'],
    backupKinds: { daily: '매일', manual: '직접', 'before-restore': '복원 전' },
    moment: (atMs: number) => momentOf(atMs, 'ko-KR'),
    size: (sizeBytes: number) => sizeOf(sizeBytes, 'ko-KR'),
    stopping: '마무리하는 중입니다. 진행 중인 작업은 보관됩니다 …',
  },
  en: {
    states: {
      registered: 'registered',
      alreadyRegistered: 'already registered',
      needsReview: 'needs review',
      rejected: 'rejected',
      failed: 'failed',
      waiting: 'waiting',
      duplicate: 'repeated line',
      invalid: 'invalid line',
    } satisfies Record<LineState, string>,
    columns: ['Item', 'Result', 'Naver no.', 'Opts', 'Pics', 'Price', 'Margin'],
    none: '-',
    line: (number: number) => `line ${number}`,
    choices: (count: number) => String(count),
    won: (amount: number) => `${amount.toLocaleString('en-US')} won`,
    progress: (done: number, total: number, stages: string) => `${done}/${total} done · ${stages}`,
    stages: {
      queued: 'queued',
      fetching: 'fetching',
      preparing: 'preparing',
      uploading: 'pictures',
      registering: 'registering',
      verifying: 'verifying',
    },
    summary: (r: RegisterReport) =>
      `${r.total} lines: ${r.registered} registered, ${r.alreadyRegistered} already registered, ${r.needsReview} need review, ${r.rejected} rejected, ${r.failed} failed, ${r.waiting} waiting, ${r.invalidLines} invalid`,
    kept: 'What is left is kept. Solve this and run the same command again to go on.',
    review: 'What needs review is decided in the app (npm start), on the Drafts screen.',
    practice: 'Practice mode: products go to the practice market on this computer, not to Naver.',
    serving: (url: string) => `StoreBridge is running: ${url}`,
    open: 'Open this address in a browser. Ctrl+C ends the program.',
    reading: (file: string) => `Reading ${file} …`,
    backedUp: (path: string) => `Backup made: ${path}`,
    restored: (id: string) =>
      `Restored ${id}. The data before it is kept in set-aside. See what is unfinished with "storebridge queue status"; "storebridge queue resume" lets it go on.`,
    noBackups: 'No backups yet; "storebridge backup" makes one.',
    attached: (pid: number) =>
      `Handing the work to the StoreBridge that runs on this data folder (${pid}) …`,
    takenBack: (pid: number) =>
      `The StoreBridge at work (${pid}) has ended; going on with the rest …`,
    running: (pid: number) => `StoreBridge is running (process ${pid}).`,
    notRunning: 'No StoreBridge is running on this data folder.',
    queue: (left: number, done: number, review: number) =>
      `${left} left, ${done} done, ${review} need review`,
    howToResume: 'In the terminal, "storebridge queue resume" lets it go on.',
    flowing: 'The queue is moving.',
    idle: 'Nothing is left in the queue.',
    waitsForApp: 'It goes on once the app is open or "storebridge serve" runs.',
    partHeld: (part: string) =>
      `A part is paused: ${part}. The Queue screen of the app resumes it.`,
    lanes: { normal: 'single items', batch: 'lists' } as Readonly<Record<string, string>>,
    store: 'the store',
    readyAt: (atMs: number) => `Expected end: ${momentOf(atMs, 'en-US')}`,
    nowPaused: 'The queue is paused. Only products being created now are finished.',
    nowResumed: 'The queue goes on.',
    newestLists: 'Newest lists:',
    ended: (ended: number, total: number) => `${ended}/${total} done`,
    backupColumns: ['Name', 'Made', 'Kind', 'Size'],
    backupKinds: { daily: 'daily', manual: 'by hand', 'before-restore': 'before restore' },
    moment: (atMs: number) => momentOf(atMs, 'en-US'),
    size: (sizeBytes: number) => sizeOf(sizeBytes, 'en-US'),
    stopping: 'Finishing; work under way is kept …',
  },
} as const satisfies Record<Language, unknown>;

/** Date and time as the seller's own clock shows them. */
function momentOf(atMs: number, locale: string): string {
  return new Date(atMs).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}

function sizeOf(sizeBytes: number, locale: string): string {
  const isSmall = sizeBytes < 1_000_000;
  const amount = sizeBytes / (isSmall ? 1000 : 1_000_000);
  const digits = isSmall ? 0 : 1;
  return `${amount.toLocaleString(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits })} ${isSmall ? 'KB' : 'MB'}`;
}
