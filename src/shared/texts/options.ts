import type { CodeTexts } from './types';

export const optionsTexts = {
  OPTIONS_UNREADABLE: {
    ko: {
      message: '공급사 옵션 정보가 손상되어 읽을 수 없습니다(위치: {problem}).',
      fix: '공급사 상품 페이지에서 옵션을 확인하고 직접 입력하거나, 이 상품을 제외해 주세요. 옵션이 없는 상품으로 처리하지 않았습니다.',
    },
    en: {
      message: "The supplier's option data is damaged and cannot be read (at {problem}).",
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
  OPTIONS_HIDDEN_BY_SUPPLIER: {
    ko: {
      message: '공급사가 숨긴 옵션 ‘{name}’은 판매하지 않는 상태로 두었습니다.',
      fix: '공급사가 다시 열면 재고와 함께 판매 상태로 돌아옵니다.',
    },
    en: {
      message: 'The option “{name}” is hidden by the supplier and kept switched off.',
      fix: 'It goes back on sale with its stock when the supplier shows it again.',
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
  OPTIONS_TOO_MANY_AXES: {
    ko: {
      message: '옵션명이 {count}개입니다. 네이버는 {max}개까지만 받습니다.',
      fix: '옵션명을 합쳐 {max}개 이하로 만들어 주세요.',
    },
    en: {
      message: 'There are {count} dimensions; Naver takes {max} at most.',
      fix: 'Join dimensions until {max} are left.',
    },
  },
  OPTIONS_TEXT_EMPTY: {
    ko: {
      message: '이름이 비어 있는 옵션이 있습니다.',
      fix: '옵션명과 옵션값을 모두 입력해 주세요.',
    },
    en: {
      message: 'An option has no name.',
      fix: 'Give every dimension and value a name.',
    },
  },
  OPTIONS_TEXT_TOO_LONG: {
    ko: {
      message: '옵션 이름 ‘{text}’이 {length}자입니다. 네이버는 {max}자까지만 받습니다.',
      fix: '제안된 짧은 이름을 쓰거나 직접 줄여 주세요.',
    },
    en: {
      message: 'The option name “{text}” has {length} characters; Naver takes {max}.',
      fix: 'Take the proposed short name or shorten it yourself.',
    },
  },
  OPTIONS_FORBIDDEN_CHARACTER: {
    ko: {
      message: '옵션 이름 ‘{text}’에 네이버가 받지 않는 글자( \\ * ? " < > )가 있습니다.',
      fix: '제안된 이름을 쓰거나 그 글자를 지워 주세요.',
    },
    en: {
      message: 'The option name “{text}” has a character that Naver refuses ( \\ * ? " < > ).',
      fix: 'Take the proposed name or remove the character.',
    },
  },
  OPTIONS_NAME_TWICE: {
    ko: {
      message: '옵션명 ‘{name}’이 두 번 있습니다.',
      fix: '옵션명을 서로 다르게 고쳐 주세요.',
    },
    en: {
      message: 'The dimension name “{name}” is there twice.',
      fix: 'Give the dimensions different names.',
    },
  },
  OPTIONS_COMBINATION_TWICE: {
    ko: {
      message: '같은 옵션 조합이 두 번 있습니다: {name}',
      fix: '하나를 지우거나 이름을 다르게 고쳐 주세요.',
    },
    en: {
      message: 'The same combination is there twice: {name}',
      fix: 'Remove one or give it another name.',
    },
  },
  OPTIONS_INCOMPLETE_COMBINATION: {
    ko: {
      message: '옵션값이 빠지거나 남는 조합이 있습니다: {name}',
      fix: '모든 옵션명에 값을 하나씩 넣어 주세요.',
    },
    en: {
      message: 'A combination lacks a value or has one too many: {name}',
      fix: 'Give it one value for every dimension.',
    },
  },
  OPTIONS_TOO_MANY: {
    ko: {
      message: '옵션 조합이 {count}개로, 설정한 최대 {max}개보다 많습니다.',
      fix: '옵션을 줄이거나 설정에서 최대 조합 수를 올려 주세요.',
    },
    en: {
      message: 'There are {count} combinations, more than the maximum of {max} in the settings.',
      fix: 'Reduce the options or raise the maximum in the settings.',
    },
  },
  OPTIONS_ALL_SOLD_OUT: {
    ko: {
      message: '판매할 수 있는 옵션이 없습니다. {count}개가 모두 품절이거나 판매 중지입니다.',
      fix: '공급사에 재고가 들어오면 다시 시도해 주세요.',
    },
    en: {
      message: 'None of the {count} options can be ordered: all are sold out or not on sale.',
      fix: 'Try again when the supplier has stock.',
    },
  },
  OPTIONS_NO_ZERO_PRICE: {
    ko: {
      message:
        '추가금이 0원이면서 재고가 있는 옵션이 없습니다. 가장 낮은 추가금은 {leastKrw}원입니다.',
      fix: '제안된 기준 옵션과 판매가로 바꿔 주세요. 구매자가 내는 금액은 제안에 표시됩니다.',
    },
    en: {
      message: 'No option in stock has an addition of 0 won; the lowest is {leastKrw} won.',
      fix: 'Apply the proposed base option and sale price; the proposal shows what buyers pay.',
    },
  },
  OPTIONS_PRICE_WINDOW: {
    ko: {
      message:
        '옵션 ‘{name}’의 추가금 {additionKrw}원이 허용 범위({minKrw}원~{maxKrw}원)를 벗어납니다.',
      fix: '제안된 대로 판매가를 올리고 즉시할인을 적용해 주세요. 구매자가 내는 금액은 그대로입니다.',
    },
    en: {
      message:
        'The addition of {additionKrw} won of “{name}” is outside the allowed {minKrw} to {maxKrw} won.',
      fix: 'Apply the proposal: a higher sale price with an immediate discount; buyers pay the same.',
    },
  },
  OPTIONS_PRICE_FLOOR: {
    ko: {
      message: '옵션 ‘{name}’의 가격이 10원보다 낮아집니다(추가금 {additionKrw}원).',
      fix: '판매가를 올리거나 추가금을 고쳐 주세요.',
    },
    en: {
      message: '“{name}” would cost less than 10 won (addition {additionKrw} won).',
      fix: 'Raise the sale price or correct the addition.',
    },
  },
  OPTIONS_BOOK_NEGATIVE: {
    ko: {
      message: '도서 카테고리는 추가금이 0원 이상이어야 합니다: {name} {additionKrw}원',
      fix: '제안된 대로 가장 싼 옵션을 기준으로 바꿔 주세요.',
    },
    en: {
      message: 'Books take no negative additions: “{name}” {additionKrw} won',
      fix: 'Make the cheapest option the base, as proposed.',
    },
  },
  OPTIONS_PAID_NOTHING: {
    ko: {
      message: '할인 뒤 옵션 ‘{name}’의 가격이 10원보다 낮아집니다(추가금 {additionKrw}원).',
      fix: '할인을 줄이거나 추가금을 고쳐 주세요.',
    },
    en: {
      message:
        'After the discount “{name}” would cost less than 10 won (addition {additionKrw} won).',
      fix: 'Lower the discount or correct the addition.',
    },
  },
  OPTIONS_SINGLE_ADDITION: {
    ko: {
      message: '옵션이 하나뿐이라 추가금 {additionKrw}원을 받을 곳이 없습니다.',
      fix: '추가금을 판매가에 더하고 옵션의 추가금은 0원으로 바꿔 주세요.',
    },
    en: {
      message:
        'The only option has an addition of {additionKrw} won that Naver cannot charge without options.',
      fix: 'Put it into the sale price and set the addition to 0.',
    },
  },
  OPTIONS_ONLY_ADD_ONS: {
    ko: {
      message: '공급사 옵션 {count}개가 모두 추가상품입니다. 본상품이 없습니다.',
      fix: '추가상품을 일반 옵션으로 바꾸거나 이 상품을 제외해 주세요.',
    },
    en: {
      message: 'All {count} supplier options are add-ons; there is no main product.',
      fix: 'Turn the add-ons into options, or leave the item out.',
    },
  },
  OPTIONS_ADD_ON_PRICE: {
    ko: {
      message: '추가상품 ‘{name}’의 가격이 {priceKrw}원이 됩니다.',
      fix: '추가상품의 가격을 확인하고 10원 이상으로 고쳐 주세요.',
    },
    en: {
      message: 'The add-on “{name}” would cost {priceKrw} won.',
      fix: 'Check its price and set it to 10 won or more.',
    },
  },
  OPTIONS_STRANGE_NAME: {
    ko: {
      message: '{row}번째 줄 ‘{name}’에 그림 문자, 글 방향 표시 또는 HTML이 섞여 있습니다.',
      fix: '옵션 편집에서 이름을 확인하고, 상품에 보일 글자만 남겨 주세요.',
    },
    en: {
      message: 'Row {row} “{name}” holds emoji, marks of writing direction or HTML.',
      fix: 'Check the name in the option editor and leave only what buyers should read.',
    },
  },
  OPTIONS_NAME_VERY_LONG: {
    ko: {
      message: '{row}번째 줄의 옵션 이름이 지나치게 깁니다: {name}…',
      fix: '공급사 상품 페이지에서 옵션을 확인하고 이름을 직접 줄여 주세요.',
    },
    en: {
      message: 'The option name in row {row} is far too long: {name}…',
      fix: 'Check the option on the supplier page and shorten its name by hand.',
    },
  },
} as const satisfies CodeTexts;
