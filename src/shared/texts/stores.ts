import type { CodeTexts } from './types';

export const storesTexts = {
  STORES_UNKNOWN: {
    ko: { message: '그런 스토어는 없습니다: {id}', fix: '스토어 목록에서 다시 선택해 주세요.' },
    en: { message: 'There is no such store: {id}', fix: 'Choose one of the list.' },
  },
  STORES_TOO_MANY: {
    ko: {
      message: '스토어는 {max}개까지 추가할 수 있습니다.',
      fix: '쓰지 않는 스토어의 이름을 바꾸어 다시 사용해 주세요.',
    },
    en: {
      message: 'There can be {max} stores at most.',
      fix: 'Rename a store you no longer use, and use it again.',
    },
  },
} as const satisfies CodeTexts;
