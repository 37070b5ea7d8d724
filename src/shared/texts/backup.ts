import type { CodeTexts } from './types';

export const backupTexts = {
  BACKUP_NOT_FOUND: {
    ko: {
      message: '그런 백업은 없습니다: {id}',
      fix: '백업 목록을 다시 불러와 선택해 주세요. 명령줄에서는 "restore --list"로 확인할 수 있습니다.',
    },
    en: {
      message: 'There is no such backup: {id}',
      fix: 'Load the list again and choose one; on the command line see "restore --list".',
    },
  },
  BACKUP_DAMAGED: {
    ko: {
      message: '백업 {id}의 파일이 손상되었거나 없습니다: {path}',
      fix: '다른 백업을 선택해 주세요. 지금의 데이터는 바뀌지 않았습니다.',
    },
    en: {
      message: 'A file of the backup {id} is damaged or missing: {path}',
      fix: 'Choose another backup. The present data was not touched.',
    },
  },
  BACKUP_NOTHING_TO_SET_ASIDE: {
    ko: {
      message: '보관할 손상된 파일이 없습니다.',
      fix: '다시 시도를 눌러 앱을 열어 주세요.',
    },
    en: { message: 'There is no damaged file to set aside.', fix: 'Try to open the app again.' },
  },
} as const satisfies CodeTexts;
