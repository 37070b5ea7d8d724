import type { CodeTexts } from './types';

export const storageTexts = {
  STORAGE_FULL: {
    ko: {
      message: '데이터를 저장할 수 없습니다. 디스크가 가득 찼습니다: {path}',
      fix: '디스크 공간을 비워 주세요. 다시 저장할 수 있을 때까지 아무것도 전송하지 않습니다.',
    },
    en: {
      message: 'Data cannot be saved, the disk is full: {path}',
      fix: 'Free some disk space. Nothing is sent until saving works again.',
    },
  },
  STORAGE_READ_ONLY: {
    ko: {
      message: '데이터 폴더에 쓸 수 없습니다: {path}',
      fix: '폴더의 쓰기 권한을 확인하거나 STOREBRIDGE_HOME으로 다른 폴더를 지정해 주세요.',
    },
    en: {
      message: 'The data folder cannot be written: {path}',
      fix: 'Give write permission, or choose another folder with STOREBRIDGE_HOME.',
    },
  },
  STORAGE_DAMAGED: {
    ko: {
      message: '데이터베이스 파일이 손상되었습니다: {path}',
      fix: '파일을 지우지 말고 보관한 뒤, 마지막 백업으로 복원해 주세요.',
    },
    en: {
      message: 'The database file is damaged: {path}',
      fix: 'Keep the file, and restore the last backup.',
    },
  },
  STORAGE_BUSY: {
    ko: {
      message: '다른 프로그램이 데이터베이스를 사용하고 있습니다: {path}',
      fix: '다른 StoreBridge 창을 닫고 다시 시도해 주세요.',
    },
    en: {
      message: 'Another program is using the database: {path}',
      fix: 'Close the other StoreBridge and try again.',
    },
  },
  STORAGE_NEWER: {
    ko: {
      message: '이 데이터는 더 새로운 버전의 StoreBridge에서 만들어졌습니다({step}).',
      fix: 'StoreBridge를 최신 버전으로 업데이트해 주세요. 데이터는 그대로 있습니다.',
    },
    en: {
      message: 'This data was written by a newer StoreBridge ({step}).',
      fix: 'Update StoreBridge. Your data is untouched.',
    },
  },
  STORAGE_MIGRATION_CHANGED: {
    ko: {
      message: '데이터베이스 구조 기록이 이 프로그램과 다릅니다({step}).',
      fix: '공식 배포본으로 다시 설치해 주세요. 데이터는 그대로 있습니다.',
    },
    en: {
      message: 'The database schema record differs from this program ({step}).',
      fix: 'Reinstall the official release. Your data is untouched.',
    },
  },
  STORAGE_FAULT: {
    ko: {
      message: '데이터베이스 오류가 발생했습니다: {problem}',
      fix: '앱을 다시 시작해 주세요. 반복되면 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'A database fault: {problem}',
      fix: 'Restart the app; if it happens again, send the diagnostics file.',
    },
  },
} as const satisfies CodeTexts;
