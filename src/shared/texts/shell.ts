import type { CodeTexts } from './types';

export const shellTexts = {
  SHELL_PATH_NOT_OPENED: {
    ko: {
      message: '폴더나 파일을 열지 못했습니다: {path}',
      fix: '탐색기(맥은 Finder)에서 이 경로를 직접 열어 주세요. (시스템 안내: {problem})',
    },
    en: {
      message: 'The folder or file could not be opened: {path}',
      fix: 'Open this path in the file manager yourself (the system says: {problem}).',
    },
  },
  SHELL_UPDATE_FAILED: {
    ko: {
      message: '업데이트를 확인하거나 내려받지 못했습니다: {problem}',
      fix: '인터넷 연결과 설정의 업데이트 주소를 확인한 뒤 다시 시도해 주세요. 지금 버전은 그대로 쓸 수 있습니다.',
    },
    en: {
      message: 'The update could not be checked for or downloaded: {problem}',
      fix: 'Check the network and the update address in the settings, then try again. The present version goes on working.',
    },
  },
  SHELL_UPDATE_NOT_READY: {
    ko: {
      message: '설치할 업데이트가 아직 없습니다.',
      fix: '업데이트를 확인하고 내려받은 뒤 설치해 주세요.',
    },
    en: {
      message: 'There is no update to install yet.',
      fix: 'Check for an update and download it first.',
    },
  },
  SHELL_UPDATE_WHILE_WORKING: {
    ko: {
      message: '등록 작업 {count}건이 진행 중이어서 업데이트를 설치하지 않았습니다.',
      fix: '작업이 끝나거나 대기열을 일시정지한 뒤 다시 설치해 주세요.',
    },
    en: {
      message: 'The update was not installed because {count} registrations are under way.',
      fix: 'Install it when they are done, or pause the queue first.',
    },
  },
} as const satisfies CodeTexts;
