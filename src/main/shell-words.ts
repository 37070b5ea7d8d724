import type { ShellScreen, UnsavedKind } from '@shared/ipc/shell';
import type { Language } from '@shared/texts/types';
import type { WorkKind } from './work-summary';

/** Words of everything the system draws for the app: menus, tray, dialogs. */
export interface ShellWords {
  readonly menu: {
    readonly file: string;
    readonly importList: string;
    readonly openFolder: string;
    readonly backUp: string;
    readonly quit: string;
    readonly edit: string;
    readonly undo: string;
    readonly redo: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly view: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly zoomReset: string;
    readonly fullScreen: string;
    readonly theme: string;
    readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
    readonly reload: string;
    readonly developerTools: string;
    readonly go: string;
    readonly screens: Readonly<Record<ShellScreen, string>>;
    readonly window: string;
    readonly minimise: string;
    readonly closeWindow: string;
    readonly help: string;
    readonly shortcuts: string;
    readonly diagnostics: string;
    readonly readMe: string;
    readonly about: string;
    readonly hide: string;
    readonly hideOthers: string;
    readonly showAll: string;
  };
  readonly listFiles: string;
  readonly tray: {
    readonly state: Readonly<Record<WorkKind, string>>;
    readonly open: string;
    readonly active: (count: number) => string;
    readonly today: (done: number, failed: number) => string;
    readonly attention: (count: number) => string;
    readonly watched: (count: number) => string;
    readonly pauseQueue: string;
    readonly resumeQueue: string;
    readonly pauseWatch: string;
    readonly resumeWatch: string;
    readonly quit: string;
  };
  readonly closing: {
    readonly title: string;
    readonly detail: string;
    readonly stay: string;
    readonly quit: string;
    readonly cancel: string;
  };
  readonly unsaved: {
    readonly title: string;
    readonly kinds: Readonly<Record<UnsavedKind, string>>;
    readonly detail: string;
    readonly keep: string;
    readonly discard: string;
  };
  readonly pageGone: {
    readonly title: string;
    readonly detail: string;
    readonly reload: string;
    readonly quit: string;
  };
  readonly mainFault: {
    readonly title: string;
    readonly detail: (path: string) => string;
  };
}

const ko: ShellWords = {
  menu: {
    file: '파일(&F)',
    importList: '목록 가져오기…',
    openFolder: '데이터 폴더 열기',
    backUp: '지금 백업',
    quit: 'StoreBridge 끝내기',
    edit: '편집(&E)',
    undo: '실행 취소',
    redo: '다시 실행',
    cut: '잘라내기',
    copy: '복사',
    paste: '붙여넣기',
    selectAll: '모두 선택',
    view: '보기(&V)',
    zoomIn: '확대',
    zoomOut: '축소',
    zoomReset: '원래 크기',
    fullScreen: '전체 화면',
    theme: '테마',
    themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
    reload: '화면 다시 불러오기',
    developerTools: '개발자 도구',
    go: '이동(&G)',
    screens: {
      home: '홈',
      sourcing: '상품 찾기',
      import: '가져오기',
      drafts: '상품 초안',
      queue: '등록 대기열',
      watch: '감시',
      notifications: '알림',
      settings: '설정',
    },
    window: '창(&W)',
    minimise: '최소화',
    closeWindow: '창 닫기',
    help: '도움말(&H)',
    shortcuts: '키보드 단축키',
    diagnostics: '진단 파일 만들기',
    readMe: '사용 설명서',
    about: 'StoreBridge 정보',
    hide: 'StoreBridge 가리기',
    hideOthers: '기타 가리기',
    showAll: '모두 보기',
  },
  listFiles: '상품번호 목록',
  tray: {
    state: {
      idle: '대기 중',
      working: '등록하는 중',
      attention: '확인이 필요합니다',
      paused: '일시정지됨',
      fault: '문제가 발생했습니다',
      opening: '여는 중',
    },
    open: 'StoreBridge 열기',
    active: (count) => `진행 중 ${count}건`,
    today: (done, failed) =>
      failed === 0 ? `오늘 등록 ${done}건` : `오늘 등록 ${done}건 · 실패 ${failed}건`,
    attention: (count) => `확인할 것 ${count}건`,
    watched: (count) => `감시 중인 상품 ${count}개`,
    pauseQueue: '등록 대기열 일시정지',
    resumeQueue: '등록 대기열 다시 시작',
    pauseWatch: '감시 일시정지',
    resumeWatch: '감시 다시 시작',
    quit: 'StoreBridge 끝내기',
  },
  closing: {
    title: '창을 닫아도 작업을 계속할까요?',
    detail:
      '계속하면 StoreBridge가 알림 영역에서 등록과 감시를 이어 갑니다. 선택은 기억되며 설정에서 바꿀 수 있습니다.',
    stay: '알림 영역에서 계속',
    quit: '끝내기',
    cancel: '취소',
  },
  unsaved: {
    title: '저장하지 않은 내용이 있습니다.',
    kinds: {
      draft: '상품 초안의 수정 내용',
      options: '옵션 편집 내용',
      pictures: '이미지 편집 내용',
      import: '가져오는 중인 목록',
    },
    detail: '지금 닫으면 이 내용은 사라집니다.',
    keep: '돌아가기',
    discard: '저장하지 않고 닫기',
  },
  pageGone: {
    title: '화면이 다시 멈추었습니다.',
    detail: '등록과 감시는 계속되고 있습니다. 화면을 다시 열거나 프로그램을 끝낼 수 있습니다.',
    reload: '화면 다시 열기',
    quit: '끝내기',
  },
  mainFault: {
    title: 'StoreBridge에 문제가 생겨 종료합니다.',
    detail: (path) =>
      `작업은 저장되어 있으며 다시 시작하면 이어집니다.\n기록: ${path}\n설정의 진단 파일을 만들어 보내 주시면 원인을 찾는 데 도움이 됩니다.`,
  },
};

const en: ShellWords = {
  menu: {
    file: '&File',
    importList: 'Import a List…',
    openFolder: 'Open Data Folder',
    backUp: 'Back Up Now',
    quit: 'Quit StoreBridge',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: '&View',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    zoomReset: 'Actual Size',
    fullScreen: 'Full Screen',
    theme: 'Theme',
    themes: { system: 'As the System', light: 'Light', dark: 'Dark' },
    reload: 'Reload the Page',
    developerTools: 'Developer Tools',
    go: '&Go',
    screens: {
      home: 'Home',
      sourcing: 'Find Products',
      import: 'Import',
      drafts: 'Drafts',
      queue: 'Queue',
      watch: 'Watch',
      notifications: 'Notifications',
      settings: 'Settings',
    },
    window: '&Window',
    minimise: 'Minimise',
    closeWindow: 'Close Window',
    help: '&Help',
    shortcuts: 'Keyboard Shortcuts',
    diagnostics: 'Make a Diagnostics File',
    readMe: 'Manual',
    about: 'About StoreBridge',
    hide: 'Hide StoreBridge',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
  },
  listFiles: 'Lists of item numbers',
  tray: {
    state: {
      idle: 'Idle',
      working: 'Registering',
      attention: 'Needs your attention',
      paused: 'Paused',
      fault: 'Something is wrong',
      opening: 'Opening',
    },
    open: 'Open StoreBridge',
    active: (count) => `${count} under way`,
    today: (done, failed) =>
      failed === 0 ? `${done} registered today` : `${done} registered today, ${failed} failed`,
    attention: (count) => `${count} to look at`,
    watched: (count) => `${count} products watched`,
    pauseQueue: 'Pause the Queue',
    resumeQueue: 'Resume the Queue',
    pauseWatch: 'Pause Watching',
    resumeWatch: 'Resume Watching',
    quit: 'Quit StoreBridge',
  },
  closing: {
    title: 'Go on working with the window closed?',
    detail:
      'StoreBridge then goes on registering and watching from the tray. Your choice is remembered; the settings can change it.',
    stay: 'Go On in the Tray',
    quit: 'Quit',
    cancel: 'Cancel',
  },
  unsaved: {
    title: 'Something is not saved.',
    kinds: {
      draft: 'Changes to a draft',
      options: 'Changes to options',
      pictures: 'Changes to pictures',
      import: 'A list that is being imported',
    },
    detail: 'It is lost when you close now.',
    keep: 'Go Back',
    discard: 'Close Without Saving',
  },
  pageGone: {
    title: 'The page stopped again.',
    detail: 'Registering and watching go on. You can open the page again or quit.',
    reload: 'Open the Page Again',
    quit: 'Quit',
  },
  mainFault: {
    title: 'StoreBridge has to quit because of a fault.',
    detail: (path) =>
      `Your work is saved and goes on at the next start.\nRecord: ${path}\nThe diagnostics file in the settings helps to find the cause.`,
  },
};

/** Words of menus and dialogs, which the page's texts do not reach. */
export const shellWords: Readonly<Record<Language, ShellWords>> = { ko, en };
