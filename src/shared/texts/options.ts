import type { CodeTexts } from './types';

export const optionsTexts = {
  OPTIONS_UNREADABLE: {
    ko: {
      message: '공급사 옵션 정보를 읽을 수 없습니다: {problem}',
      fix: '공급사 상품 페이지에서 옵션을 확인하고 직접 입력하거나, 이 상품을 제외해 주세요. 옵션이 없는 상품으로 처리하지 않았습니다.',
    },
    en: {
      message: "The supplier's option data cannot be read: {problem}",
      fix: 'Check the options on the supplier page and enter them by hand, or leave the item out. It was not treated as an item without options.',
    },
  },
  OPTIONS_UNKNOWN_TYPE: {
    ko: {
      message: '알 수 없는 옵션 방식입니다: {type}',
      fix: '공급사 상품 페이지에서 옵션을 확인하고 직접 입력하거나, 이 상품을 제외해 주세요.',
    },
    en: {
      message: 'The supplier uses an option type that is not known: {type}',
      fix: 'Check the options on the supplier page and enter them by hand, or leave the item out.',
    },
  },
  OPTIONS_SET_DISAGREES: {
    ko: {
      message: '공급사 옵션 목록과 옵션 {key}의 이름이 서로 다릅니다: {name}',
      fix: '공급사 상품 페이지에서 이 옵션의 이름을 확인해 주세요.',
    },
    en: {
      message: "The supplier's list and its option {key} have different names: {name}",
      fix: 'Check the name of this option on the supplier page.',
    },
  },
  OPTIONS_PLACEHOLDER_LEFT_OUT: {
    ko: {
      message: '{row}번째 줄 ‘{name}’은 선택 안내라서 옵션에서 뺐습니다.',
      fix: '실제로 판매하는 옵션이면 직접 추가해 주세요.',
    },
    en: {
      message: 'Row {row} “{name}” only asks to choose and is left out.',
      fix: 'If it is a real option, add it by hand.',
    },
  },
  OPTIONS_DUPLICATE_LEFT_OUT: {
    ko: {
      message: '{row}번째 줄 ‘{name}’은 앞의 옵션과 같아서 뺐습니다.',
      fix: '서로 다른 옵션이면 이름을 다르게 고쳐 주세요.',
    },
    en: {
      message: 'Row {row} “{name}” repeats an earlier option and is left out.',
      fix: 'If the two differ, give them different names.',
    },
  },
  OPTIONS_SOLD_OUT_MARK: {
    ko: {
      message: '{row}번째 줄 ‘{name}’에 품절 표시가 있어 판매하지 않는 옵션으로 두었습니다.',
      fix: '공급사에 재고를 확인한 뒤 판매하려면 사용으로 바꿔 주세요.',
    },
    en: {
      message: 'Row {row} “{name}” carries a sold-out mark and is set to not for sale.',
      fix: 'Ask the supplier for stock before you switch it on.',
    },
  },
  OPTIONS_PRICE_FROM_TEXT: {
    ko: {
      message: '{row}번째 줄 ‘{name}’의 추가금 {priceKrw}원은 이름에 적힌 금액입니다.',
      fix: '공급사 상품 페이지의 금액과 같은지 확인해 주세요.',
    },
    en: {
      message: 'Row {row} “{name}”: the addition of {priceKrw} won comes from the name.',
      fix: 'Compare it with the supplier page.',
    },
  },
  OPTIONS_PRICE_TEXT_DIFFERS: {
    ko: {
      message: '{row}번째 줄 ‘{name}’에 적힌 금액이 실제 추가금 {priceKrw}원과 다릅니다.',
      fix: '실제 추가금을 사용했습니다. 공급사 상품 페이지를 확인해 주세요.',
    },
    en: {
      message:
        'Row {row} “{name}”: the amount in the name differs from the real addition of {priceKrw} won.',
      fix: 'The real addition is used; check the supplier page.',
    },
  },
  OPTIONS_TOTAL_PRICE_TEXT: {
    ko: {
      message: '{row}번째 줄 ‘{name}’에 적힌 총액을 지웠습니다. 추가금은 {priceKrw}원입니다.',
      fix: '추가금이 맞는지 확인해 주세요.',
    },
    en: {
      message:
        'Row {row} “{name}”: a total price in the name is removed, the addition is {priceKrw} won.',
      fix: 'Check that the addition is right.',
    },
  },
  OPTIONS_ODD_VALUE: {
    ko: {
      message: '{row}번째 줄 ‘{name}’은 다른 옵션과 모양이 달라 빈자리를 ‘단일’로 채웠습니다.',
      fix: '옵션 구성을 확인하고 필요하면 고쳐 주세요.',
    },
    en: {
      message: 'Row {row} “{name}” is unlike the others; its empty place is filled with 단일.',
      fix: 'Check the options and correct them where needed.',
    },
  },
} as const satisfies CodeTexts;
