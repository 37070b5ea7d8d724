import type { CodeTexts } from './types';

/** The draft as such: keeping it, name, category, tags, price, options. */
export const draftsTexts = {
  DRAFT_NOT_FOUND: {
    ko: {
      message: '상품 {itemNo}의 초안이 없습니다.',
      fix: '상품 번호를 다시 가져오기에 넣으세요.',
    },
    en: { message: 'There is no draft of item {itemNo}.', fix: 'Import the item number again.' },
  },
  DRAFT_CHANGED_MEANWHILE: {
    ko: {
      message:
        '상품 {itemNo}의 초안이 그 사이에 바뀌었습니다. (기준 {basedOnVersion}, 현재 {version})',
      fix: '초안을 다시 열어 바뀐 내용을 확인한 뒤 다시 저장하세요.',
    },
    en: {
      message:
        'The draft of item {itemNo} was changed meanwhile (yours is based on {basedOnVersion}, now {version}).',
      fix: 'Open the draft again, look at the change and save again.',
    },
  },
  DRAFT_UNREADABLE: {
    ko: {
      message: '상품 {itemNo}의 저장된 초안을 읽을 수 없습니다.',
      fix: '상품 번호를 다시 가져오면 초안을 새로 만듭니다.',
    },
    en: {
      message: 'The stored draft of item {itemNo} cannot be read.',
      fix: 'Import the item number again; the draft is then built anew.',
    },
  },
  DRAFT_BODY_INVALID: {
    ko: {
      message: '등록 내용의 {path} 항목이 네이버 형식과 맞지 않습니다: {problem}',
      fix: '해당 항목을 초안에서 고치세요. 고칠 곳이 없으면 프로그램 오류이니 알려 주세요.',
    },
    en: {
      message: "{path} of the registration does not have Naver's form: {problem}",
      fix: 'Correct it in the draft. If there is nothing to correct, it is a fault of the program: please report it.',
    },
  },
  DRAFT_NAME_CUT: {
    ko: {
      message: '상품명이 {length}자라 {maxLength}자에서 단어 단위로 잘랐습니다.',
      fix: '초안에서 상품명을 확인하고 필요하면 직접 다듬으세요.',
    },
    en: {
      message: 'The name had {length} characters and was cut at a word to {maxLength}.',
      fix: 'Check the name in the draft and shorten it yourself if it reads badly.',
    },
  },
  DRAFT_NAME_EMPTY: {
    ko: {
      message: '상품명에서 홍보 문구를 빼고 나니 남는 것이 없습니다.',
      fix: '초안에서 상품명을 직접 입력하세요.',
    },
    en: {
      message: 'Nothing of the title is left once promotion is removed.',
      fix: 'Enter the name in the draft.',
    },
  },
  DRAFT_NAME_TOO_LONG: {
    ko: {
      message: '상품명이 {length}자입니다. 네이버는 {maxLength}자까지 받습니다.',
      fix: '상품명을 줄이세요.',
    },
    en: {
      message: 'The name has {length} characters; Naver takes {maxLength}.',
      fix: 'Shorten the name.',
    },
  },
  DRAFT_NAME_CHARACTERS: {
    ko: {
      message: '상품명에 쓸 수 없는 문자가 있습니다: {characters}',
      fix: '그 문자를 지우세요. 한 번에 고치기로 지울 수 있습니다.',
    },
    en: {
      message: 'The name holds characters that may not be used: {characters}',
      fix: 'Delete them; the one-click fix does it.',
    },
  },
  DRAFT_CATEGORY_MISSING: {
    ko: {
      message: '맞는 네이버 카테고리를 찾지 못했습니다.',
      fix: '초안에서 카테고리를 고르세요. 고른 것은 같은 도매꾹 카테고리에 기억됩니다.',
    },
    en: {
      message: 'No Naver category was found for the item.',
      fix: 'Choose the category in the draft. The choice is remembered for the same supplier category.',
    },
  },
  DRAFT_CATEGORY_UNSURE: {
    ko: {
      message:
        '카테고리 ‘{path}’의 확신도가 {percent}%로 낮습니다. 등록 뒤에는 대분류를 바꿀 수 없습니다.',
      fix: '맞으면 확정하고, 아니면 후보에서 고르세요.',
    },
    en: {
      message:
        'The category ‘{path}’ is only {percent}% sure. Its top level cannot be changed after registration.',
      fix: 'Confirm it, or choose one of the candidates.',
    },
  },
  DRAFT_CATEGORY_UNCHECKED: {
    ko: {
      message: '고른 카테고리의 조건(인증, 성인 등)을 아직 확인하지 않았습니다.',
      fix: '할 일은 없습니다. 등록을 준비할 때 확인하고, 문제가 있으면 알려 드립니다.',
    },
    en: {
      message:
        'The conditions of the chosen category (certificates, adults) have not been read yet.',
      fix: 'Nothing to do: they are checked when the registration is prepared, and you are told of any problem.',
    },
  },
  DRAFT_CATEGORY_NOT_LEAF: {
    ko: {
      message: '고른 카테고리에는 하위 카테고리가 있어 등록할 수 없습니다.',
      fix: '가장 아래 단계의 카테고리를 고르세요.',
    },
    en: {
      message: 'The chosen category has categories below it, so nothing can be registered in it.',
      fix: 'Choose a category of the lowest level.',
    },
  },
  DRAFT_CATEGORY_SPECIAL: {
    ko: {
      message:
        '카테고리 ‘{path}’에는 {kindsKo} 상품에만 있는 정보가 필요한데, 이 프로그램에는 입력하는 칸이 없습니다.',
      fix: '상품에 맞는 다른 카테고리를 고르거나, 이 상품은 스마트스토어센터에서 직접 등록하세요.',
    },
    en: {
      message:
        'The category ‘{path}’ asks for data that only {kindsEn} have; this program has no fields for it.',
      fix: 'Choose another category that fits, or register this item in the seller center.',
    },
  },
  DRAFT_TAGS_TOO_MANY: {
    ko: {
      message: '태그가 {count}개입니다. 네이버는 {max}개까지 받습니다.',
      fix: '태그를 줄이세요.',
    },
    en: { message: 'There are {count} tags; Naver takes {max}.', fix: 'Remove some.' },
  },
  DRAFT_PRICE_BOUNDS: {
    ko: {
      message:
        '판매가 {salePriceKrw}원은 등록할 수 없습니다. {minKrw}원 이상 {maxKrw}원 이하의 10원 단위여야 합니다.',
      fix: '판매가를 고치세요.',
    },
    en: {
      message:
        'A sale price of {salePriceKrw} won cannot be registered: it must be a multiple of 10 from {minKrw} to {maxKrw}.',
      fix: 'Correct the sale price.',
    },
  },
  DRAFT_DISCOUNT_BOUNDS: {
    ko: {
      message: '즉시할인 {discountKrw}원은 판매가 {salePriceKrw}원에 쓸 수 없습니다.',
      fix: '10원 단위로, 판매가보다 작고 10,000,000원 이하로 정하세요.',
    },
    en: {
      message:
        'An immediate discount of {discountKrw} won cannot be used with a price of {salePriceKrw}.',
      fix: 'Make it a multiple of 10, below the price and at most 10,000,000.',
    },
  },
  DRAFT_PRICE_BELOW_FLOOR: {
    ko: {
      message: '가장 싼 선택의 구매가 {paidKrw}원이 최저 재판매가 {floorKrw}원보다 낮습니다.',
      fix: '판매가를 올리거나 할인을 줄이세요. 어기면 공급이 끊길 수 있습니다.',
    },
    en: {
      message: 'The cheapest choice costs {paidKrw} won, below the resale minimum of {floorKrw}.',
      fix: 'Raise the price or lower the discount: suppliers stop supplying over this.',
    },
  },
  DRAFT_PRICE_LOSS: {
    ko: {
      message: '구매가 {paidKrw}원에서 {lossKrw}원 손해입니다. (원가 {costKrw}원)',
      fix: '판매가를 올리거나 할인을 줄이세요.',
    },
    en: {
      message: 'At {paidKrw} won a sale loses {lossKrw} (cost {costKrw}).',
      fix: 'Raise the price or lower the discount.',
    },
  },
  DRAFT_OPTIONS_UNSURE: {
    ko: {
      message: '옵션 해석의 확신도가 {percent}%로 낮습니다.',
      fix: '옵션 화면에서 맞는지 확인하고 저장하세요. 다음에는 기억합니다.',
    },
    en: {
      message: 'The reading of the options is only {percent}% sure.',
      fix: 'Check it in the options view and save; it is remembered.',
    },
  },
} as const satisfies CodeTexts;
