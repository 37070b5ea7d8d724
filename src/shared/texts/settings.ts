import type { CodeTexts } from './types';

export const settingsTexts = {
  SETTINGS_DAMAGED: {
    ko: {
      message: '설정 파일을 읽을 수 없습니다: {path} ({problem})',
      fix: '파일을 고치거나 다른 이름으로 옮긴 뒤 다시 시작해 주세요. 파일은 그대로 두었습니다.',
    },
    en: {
      message: 'The settings file cannot be read: {path} ({problem})',
      fix: 'Mend it, or move it away and start again. The file was left as it is.',
    },
  },
  SETTINGS_INVALID: {
    ko: {
      message: '설정 값이 올바르지 않습니다: {field} (가능한 값: {problem})',
      fix: '허용된 값으로 바꿔 주세요.',
    },
    en: {
      message: 'This setting is not valid: {field} (allowed: {problem})',
      fix: 'Give an allowed value.',
    },
  },
  SETTINGS_UNKNOWN: {
    ko: {
      message: '그런 설정은 없습니다: {field}',
      fix: '"config list"로 설정 이름을 확인해 주세요.',
    },
    en: { message: 'There is no such setting: {field}', fix: 'See the names with "config list".' },
  },
  SETTINGS_NOT_SAVED: {
    ko: {
      message: '설정을 저장하지 못했습니다: {path}',
      fix: '폴더의 쓰기 권한과 디스크 공간을 확인해 주세요.',
    },
    en: {
      message: 'The settings could not be saved: {path}',
      fix: 'Check write permission and disk space.',
    },
  },
  SECRETS_UNREADABLE: {
    ko: {
      message: '키 보관 파일을 읽을 수 없습니다: {path}',
      fix: '파일을 다른 이름으로 옮기고 키를 다시 입력해 주세요.',
    },
    en: {
      message: 'The file with the keys cannot be read: {path}',
      fix: 'Move it away and enter the keys again.',
    },
  },
  SECRETS_NOT_SAVED: {
    ko: {
      message: '키를 저장하지 못했습니다: {path}',
      fix: '폴더의 쓰기 권한과 디스크 공간을 확인해 주세요.',
    },
    en: {
      message: 'The keys could not be saved: {path}',
      fix: 'Check write permission and disk space.',
    },
  },
  SETTINGS_KEYS_MISSING: {
    ko: {
      message: '마켓 연결 정보가 부족합니다: {missing}',
      fix: '설정에서 키를 입력하거나, 모두 비워 두고 연습 모드로 시작해 주세요.',
    },
    en: {
      message: 'Connection details are missing: {missing}',
      fix: 'Enter them in the settings, or leave all of them empty to start in practice mode.',
    },
  },
  PRACTICE_NOT_STARTED: {
    ko: {
      message: '연습 마켓을 시작하지 못했습니다: {problem}',
      fix: '잠시 뒤 다시 시작해 주세요.',
    },
    en: {
      message: 'The practice market did not start: {problem}',
      fix: 'Start again in a moment.',
    },
  },
} as const satisfies CodeTexts;
