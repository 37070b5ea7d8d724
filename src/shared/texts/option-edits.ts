import type { CodeTexts } from './types';

/** What a seller's own changes to options meet: while editing, and when the supplier's data changed below them. */
export const optionEditTexts = {
  OPTIONS_EDIT_NO_DIMENSION: {
    ko: {
      message: '그 옵션명이 없습니다.',
      fix: '화면을 새로 고친 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'There is no such dimension.',
      fix: 'Refresh the screen and try again.',
    },
  },
  OPTIONS_EDIT_NO_VALUE: {
    ko: {
      message: '그 옵션값이 없습니다.',
      fix: '화면을 새로 고친 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'There is no such value.',
      fix: 'Refresh the screen and try again.',
    },
  },
  OPTIONS_EDIT_NO_ROW: {
    ko: {
      message: '고른 옵션 가운데 없는 줄이 있습니다.',
      fix: '화면을 새로 고친 뒤 다시 골라 주세요.',
    },
    en: {
      message: 'A selected row does not exist.',
      fix: 'Refresh the screen and select again.',
    },
  },
  OPTIONS_EDIT_VALUE_EXISTS: {
    ko: {
      message: '같은 이름의 옵션값이 이미 있습니다.',
      fix: '다른 이름을 쓰거나, 두 값을 합치려면 합치기를 선택해 주세요.',
    },
    en: {
      message: 'A value of this name exists already.',
      fix: 'Choose another name, or merge the two values.',
    },
  },
  OPTIONS_EDIT_NO_SEPARATOR: {
    ko: {
      message: '그 구분 기호가 없는 값이 있어 나눌 수 없습니다.',
      fix: '모든 값에 있는 기호를 고르거나 값 이름을 먼저 고쳐 주세요.',
    },
    en: {
      message: 'A value lacks this separator, so the dimension cannot be split.',
      fix: 'Choose a separator that all values have, or rename the values first.',
    },
  },
  OPTIONS_EDIT_TOO_MANY_DIMENSIONS: {
    ko: {
      message: '옵션명은 3개까지만 만들 수 있습니다.',
      fix: '먼저 다른 옵션명을 합쳐 주세요.',
    },
    en: {
      message: 'Three dimensions are the maximum.',
      fix: 'Merge other dimensions first.',
    },
  },
  OPTIONS_EDIT_STILL_A_CHOICE: {
    ko: {
      message: '옵션이 둘 이상이라 옵션 없는 상품으로 바꿀 수 없습니다.',
      fix: '옵션을 하나만 남기고 나머지는 추가상품으로 옮겨 주세요.',
    },
    en: {
      message: 'There is more than one option, so the item cannot become one without options.',
      fix: 'Leave one option and move the others to the add-ons.',
    },
  },
  OPTIONS_EDIT_NEEDS_ONE_DIMENSION: {
    ko: {
      message: '옵션명이 둘 이상이면 추가상품을 옵션으로 되돌릴 수 없습니다.',
      fix: '옵션명을 하나로 합친 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'With several dimensions an add-on cannot become an option.',
      fix: 'Merge the dimensions into one first.',
    },
  },
  OPTIONS_NEW_NOT_PLACED: {
    ko: {
      message:
        '공급사의 새 옵션 ‘{name}’을 지금 옵션 구조에 넣을 수 없어 판매하지 않는 상태로 추가했습니다.',
      fix: '옵션 편집에서 자리를 정한 뒤 사용으로 바꿔 주세요.',
    },
    en: {
      message:
        'The new supplier option “{name}” does not fit the present structure; it was added switched off.',
      fix: 'Place it in the option editor, then switch it on.',
    },
  },
  OPTIONS_CORRECTION_KNOWN: {
    ko: {
      message: '이 공급사의 같은 형식 옵션을 전에 고친 적이 있습니다.',
      fix: '같은 방법을 적용하려면 적용을 눌러 주세요. 적용한 뒤에도 되돌릴 수 있습니다.',
    },
    en: {
      message: 'You have corrected options of this supplier and form before.',
      fix: 'Apply the same correction if it fits here; it can be taken back.',
    },
  },
  OPTIONS_CORRECTION_GONE: {
    ko: {
      message: '기억한 수정이 이 초안에는 더 이상 맞지 않습니다.',
      fix: '초안의 옵션을 열어 직접 확인해 주세요.',
    },
    en: {
      message: 'The remembered correction no longer fits this draft.',
      fix: 'Open the options of the draft and check them.',
    },
  },
  OPTIONS_SUPPLIER_CHANGED: {
    ko: {
      message: '직접 고친 옵션에 공급사의 변경 {count}건을 반영했습니다.',
      fix: '옵션 편집에서 바뀐 내용을 확인하고 저장해 주세요.',
    },
    en: {
      message: '{count} changes of the supplier went into the options you edited.',
      fix: 'Check what changed in the option editor, then save.',
    },
  },
} as const satisfies CodeTexts;
