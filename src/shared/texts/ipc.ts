import type { CodeTexts } from './types';

export const ipcTexts = {
  ATTACH_LOST: {
    ko: {
      message: '작업을 맡긴 StoreBridge(프로세스 {pid})가 더 이상 응답하지 않습니다.',
      fix: '맡긴 작업은 보관되어 있습니다. 같은 명령을 다시 실행하면 이어서 진행합니다.',
    },
    en: {
      message: 'The StoreBridge that the work was handed to (process {pid}) no longer answers.',
      fix: 'The work is kept. Run the same command again to go on.',
    },
  },
  IPC_UNKNOWN_ROUTE: {
    ko: { message: '알 수 없는 요청입니다: {route}', fix: '앱을 다시 시작해 주세요.' },
    en: { message: 'Unknown request: {route}', fix: 'Restart the app.' },
  },
  IPC_BAD_INPUT: {
    ko: { message: '요청 내용이 올바르지 않습니다: {problem}', fix: '입력한 값을 확인해 주세요.' },
    en: { message: 'The request is not valid: {problem}', fix: 'Check what was entered.' },
  },
  IPC_BAD_SENDER: {
    ko: { message: '허용되지 않은 창에서 온 요청입니다.', fix: '앱 창에서 다시 시도해 주세요.' },
    en: {
      message: 'The request came from a page that is not the app.',
      fix: 'Use the app window.',
    },
  },
  IPC_BAD_OUTPUT: {
    ko: {
      message: '앱 내부의 응답 형식이 맞지 않습니다({route}): {problem}',
      fix: '작업은 보관되어 있습니다. 앱을 최신 버전으로 업데이트해 주세요.',
    },
    en: {
      message: 'The answer of {route} does not have the agreed form: {problem}',
      fix: 'Your work is kept. Update the app to the latest version.',
    },
  },
  IPC_FILE_UNREADABLE: {
    ko: {
      message: '{fileName} 파일을 읽을 수 없습니다.',
      fix: '파일이 그 자리에 있는지, 다른 프로그램이 잡고 있지 않은지 확인하고 다시 열어 주세요.',
    },
    en: {
      message: 'The file {fileName} cannot be read.',
      fix: 'Check that it is still there and not held by another program, then open it again.',
    },
  },
  IPC_TOO_MANY_REQUESTS: {
    ko: {
      message: '한 번에 너무 많은 요청이 들어왔습니다.',
      fix: '잠시 기다렸다가 다시 시도해 주세요.',
    },
    en: { message: 'Too many requests at once.', fix: 'Wait a moment and try again.' },
  },
  IPC_DISCONNECTED: {
    ko: {
      message: 'StoreBridge 프로그램과 연결이 끊어졌습니다.',
      fix: '프로그램이 실행 중인지 확인해 주세요. 연결되면 화면이 자동으로 이어집니다.',
    },
    en: {
      message: 'The connection to the StoreBridge program was lost.',
      fix: 'Check that the program is running. The page continues by itself once it is back.',
    },
  },
  IPC_SESSION_ENDED: {
    ko: {
      message: '프로그램이 다시 시작되어 이 화면의 접속이 만료되었습니다.',
      fix: '터미널에 표시된 새 주소를 열어 주세요.',
    },
    en: {
      message: 'The program was restarted, so this page is no longer signed in.',
      fix: 'Open the new address that the terminal shows.',
    },
  },
  HOST_PORT_TAKEN: {
    ko: {
      message: '포트 {port}을(를) 다른 프로그램이 사용하고 있습니다.',
      fix: '이미 열려 있는 StoreBridge를 닫거나 --port로 다른 번호를 지정해 주세요.',
    },
    en: {
      message: 'Port {port} is in use by another program.',
      fix: 'Close the StoreBridge that is already open, or choose another number with --port.',
    },
  },
  SCREEN_NOT_LOADED: {
    ko: {
      message: '이 화면을 불러오지 못했습니다.',
      fix: '프로그램과 연결되면 이 화면을 자동으로 다시 엽니다. 그대로라면 화면을 다시 불러와 주세요.',
    },
    en: {
      message: 'This screen could not be loaded.',
      fix: 'It opens by itself once the program can be reached. If it does not, load the page again.',
    },
  },
  INTERNAL_FAULT: {
    ko: {
      message: '예상하지 못한 오류가 발생했습니다: {problem}',
      fix: '작업은 보관되어 있습니다. 앱을 다시 시작하고, 반복되면 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'An unexpected fault: {problem}',
      fix: 'Your work is kept. Restart the app; if it happens again, send the diagnostics file.',
    },
  },
} as const satisfies CodeTexts;
