import type { CodeTexts } from './types';

export const sourcingTexts = {
  SOURCING_NO_CONDITION: {
    ko: {
      message: '검색 조건이 부족해 도매매에 요청하지 않았습니다.',
      fix: '검색어, 2단계 이상의 카테고리, 공급사 중 하나를 입력해 주세요.',
    },
    en: {
      message: 'The search is too wide, so the wholesaler was not asked.',
      fix: 'Give a keyword, a category of the second level or deeper, or a supplier.',
    },
  },
  SOURCING_SEARCHES_FULL: {
    ko: {
      message: '검색 조건은 {max}개까지 저장할 수 있습니다.',
      fix: '쓰지 않는 저장 검색을 지운 뒤 다시 저장해 주세요.',
    },
    en: {
      message: 'At most {max} searches can be kept.',
      fix: 'Remove one you no longer use, then save again.',
    },
  },
} as const satisfies CodeTexts;
