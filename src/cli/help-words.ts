import type { Language } from '@shared/texts/types';

/** What `--help` says. Titles are the parser's own in English, so each is translated by what it is. */
export const helpWords = {
  ko: {
    titles: {
      'Usage:': '사용법:',
      'Arguments:': '값:',
      'Options:': '옵션:',
      'Commands:': '명령:',
    },
    optionsPlace: '[옵션]',
    commandPlace: '[명령]',
    help: '도움말을 보여 줍니다',
    helpOf: '명령의 도움말을 보여 줍니다',
    version: '버전을 보여 줍니다',
    json: '결과를 마지막 줄에 JSON 하나로 출력합니다',
    program: '도매꾹·도매매 상품을 네이버 스마트스토어에 등록하고, 가격과 재고를 지켜봅니다.',
    demo: '연습 마켓에서 예시 상품 24개를 등록하고 결과를 보여 줍니다',
    register: '목록의 상품을 등록합니다(TXT·CSV·XLSX, -는 표준 입력)',
    file: '상품번호나 도매꾹 주소가 든 파일',
    column: '상품번호가 든 열의 제목 또는 문자(A, B, …)',
    status: '실행 중인 StoreBridge가 무엇을 하고 있는지 보여 줍니다',
    queue: '등록 대기열의 상태를 보거나, 멈추고 다시 시작합니다',
    queueWishes: {
      status: '대기열이 진행 중인지, 왜 멈췄는지, 얼마나 남았는지 보여 줍니다',
      pause: '대기열을 멈춥니다(지금 등록 중인 상품은 마칩니다)',
      resume: '멈춘 대기열을 다시 시작합니다(백업에서 복원한 뒤에도)',
    },
    sync: '등록한 모든 상품의 도매 가격·재고를 확인하고 스토어를 맞춥니다',
    once: '한 번만 확인하고 끝냅니다(없으면 Ctrl+C까지 계속)',
    practice: '연습 마켓을 실행하고 주소와 키를 출력합니다',
    seed: '상품 목록의 종류(같은 숫자는 같은 목록)',
    items: '상품 수',
    portDomeggook: '도매꾹 쪽 포트',
    portNaver: '네이버 쪽 포트',
    persist: '등록된 상품을 이 파일에 보관합니다',
    serve: '브라우저에서 쓰는 앱을 이 컴퓨터에서 실행합니다',
    port: '사용할 포트',
    open: '브라우저를 바로 엽니다',
    options: '옵션 목록을 어떻게 나누는지 보여 줍니다(JSONL, -는 표준 입력)',
    optionsFile: '한 줄에 옵션 목록 하나가 든 JSONL 파일',
    jsonLines: '한 줄에 JSON 하나씩 출력합니다',
    score: '파일에 적힌 정답과 비교합니다',
    config: '설정과 키를 보거나 바꿉니다',
    configList: '모든 설정을 보여 줍니다(키는 가려서)',
    configGet: '설정 하나를 보여 줍니다',
    configSet: '설정 하나를 바꿉니다',
    key: '설정 이름(예: pricing.marginPercent)',
    value: '새 값(null은 비움)',
    doctor: 'Node, 데스크톱, Redis, 데이터베이스, 키, 시계를 점검하고 할 일을 알려 줍니다',
    backup: '작업·초안·상품·설정을 백업합니다(키는 제외, 실행 중에도 가능)',
    restore: '백업 목록을 보거나, 백업 하나로 되돌립니다(지금 데이터는 따로 보관)',
    list: '백업 목록을 보여 줍니다(옵션이 없을 때와 같음)',
    from: '되돌릴 백업의 이름, 가장 최근 것은 latest',
    after: `예:
  storebridge demo                      연습 마켓에서 먼저 해 봅니다
  storebridge register 목록.xlsx        목록의 상품을 등록합니다
  storebridge config set language en    영어로 바꿉니다(Switch to English)

끝날 때의 상태 값: 0 모두 완료 · 1 확인할 상품 있음 · 2 잘못된 사용 · 3 설정 또는 연결 문제`,
  },
  en: {
    titles: {},
    optionsPlace: '[options]',
    commandPlace: '[command]',
    help: 'show this help',
    helpOf: 'show the help of a command',
    version: 'show the version',
    json: 'print the result as one JSON object, as the last line',
    program:
      'Registers Domeggook/Domeme items in a Naver SmartStore and watches their price and stock.',
    demo: 'register 24 sample items in a practice market and show the verdicts',
    register: 'register the items of a list (TXT, CSV, XLSX; - for standard input)',
    file: 'file with item numbers or Domeggook addresses',
    column: 'column with the item numbers, by heading or letter (A, B, …)',
    status: 'what the running StoreBridge of this data folder is doing',
    queue: 'show, pause or resume the registration queue',
    queueWishes: {
      status: 'whether the queue moves, why it waits and what is left',
      pause: 'pause the queue (a product being created is finished)',
      resume: 'let the queue go on, also after a restore',
    },
    sync: 'look at all registered products at the wholesaler and bring the store up to date',
    once: 'one sweep instead of watching until Ctrl+C',
    practice: 'run the practice market and print its addresses and keys',
    seed: 'which catalogue (the same number gives the same one)',
    items: 'how many items',
    portDomeggook: 'port of the wholesaler',
    portNaver: 'port of the store',
    persist: 'keep registered products in this file',
    serve: 'run the app for a browser on this computer',
    port: 'port to listen on',
    open: 'open the browser',
    options: 'show how option lists are split (JSONL; - for standard input)',
    optionsFile: 'JSONL file with one option list per line',
    jsonLines: 'print one JSON object per line',
    score: 'compare with the labels in the file',
    config: 'show or change settings and keys',
    configList: 'show all settings (keys masked)',
    configGet: 'show one setting',
    configSet: 'change one setting',
    key: 'name of the setting, as pricing.marginPercent',
    value: 'new value (null empties it)',
    doctor: 'check Node, desktop, Redis, database, keys and clock, and say what to do',
    backup: 'copy jobs, drafts, products and settings (not the keys), also while the app runs',
    restore: 'list backups, or put one in the place of the data, which is kept aside',
    list: 'list the backups (as without options)',
    from: 'the backup to restore; "latest" for the newest',
    after: `Examples:
  storebridge demo                      try it in the practice market first
  storebridge register list.xlsx        register the items of a list
  storebridge config set language ko    한국어로 바꾸기 (switch to Korean)

Exit status: 0 all done · 1 some items need attention · 2 wrong usage · 3 configuration or connection`,
  },
} as const satisfies Readonly<
  Record<Language, Readonly<Record<string, string | Readonly<Record<string, string>>>>>
>;
