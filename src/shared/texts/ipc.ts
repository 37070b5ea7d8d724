import type { CodeTexts } from './types';

export const ipcTexts = {
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
