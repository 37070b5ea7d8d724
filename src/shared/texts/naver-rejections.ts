import type { CodeTexts } from './types';

/** What Naver says when it refuses a product, by the field it is about. */
export const naverRejectionTexts = {
  NAVER_REJECTED: {
    ko: {
      message: '네이버가 상품 등록을 거절했습니다: “{says}”',
      fix: '네이버의 안내에 따라 상품을 고친 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'Naver rejected the product: “{says}”',
      fix: 'Correct the product as Naver says, then try again.',
    },
  },
  NAVER_REJECTED_FIELD: {
    ko: {
      message: '네이버가 {path} 항목을 거절했습니다: “{says}”',
      fix: '해당 항목을 고친 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'Naver rejected {path}: “{says}”',
      fix: 'Correct it, then try again.',
    },
  },
  NAVER_REJECTED_REQUIRED: {
    ko: {
      message: '필수 항목이 비어 있습니다: “{says}” ({path})',
      fix: '이 항목을 채운 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'A required entry is empty: “{says}” ({path})',
      fix: 'Fill it in, then try again.',
    },
  },
  NAVER_REJECTED_CHOICE: {
    ko: {
      message: '네이버가 허용하지 않는 값이 들어 있습니다: “{says}” ({path})',
      fix: '목록에 있는 값으로 바꾸어 주세요.',
    },
    en: {
      message: 'A value that Naver does not allow: “{says}” ({path})',
      fix: 'Choose one of the listed values.',
    },
  },
  NAVER_REJECTED_TOO_LARGE: {
    ko: {
      message: '네이버의 최댓값보다 큰 값이 있습니다: “{says}” ({path})',
      fix: '값을 줄여 주세요.',
    },
    en: {
      message: 'A value is above Naver’s maximum: “{says}” ({path})',
      fix: 'Make it smaller.',
    },
  },
  NAVER_REJECTED_ORIGIN: {
    ko: {
      message: '원산지 코드를 네이버가 인정하지 않았습니다.',
      fix: '원산지를 목록에서 세부 지역까지 다시 선택해 주세요.',
    },
    en: {
      message: 'Naver does not accept the origin code.',
      fix: 'Choose the origin again from the list, down to the detailed area.',
    },
  },
  NAVER_REJECTED_TAG: {
    ko: {
      message: '등록할 수 없는 태그 단어가 있습니다: “{says}”',
      fix: '괄호 안의 단어를 태그에서 지워 주세요.',
    },
    en: {
      message: 'A tag has a forbidden word: “{says}”',
      fix: 'Remove the words in brackets from the tags.',
    },
  },
  NAVER_REJECTED_TAG_PAIR: {
    ko: {
      message: '태그의 코드와 글자가 서로 맞지 않습니다.',
      fix: '태그를 지우고 추천 태그에서 다시 선택해 주세요.',
    },
    en: {
      message: 'A tag’s code and text do not belong together.',
      fix: 'Remove the tag and choose it again from the recommended ones.',
    },
  },
  NAVER_REJECTED_OPTION_DUPLICATE: {
    ko: {
      message: '같은 옵션 조합이 두 번 들어 있습니다: “{says}”',
      fix: '겹치는 옵션 값의 이름을 서로 다르게 바꾸거나 하나를 빼 주세요.',
    },
    en: {
      message: 'An option combination occurs twice: “{says}”',
      fix: 'Rename one of the equal values, or leave one out.',
    },
  },
  NAVER_REJECTED_OPTION_CHARACTER: {
    ko: {
      message: '옵션 값에 쓸 수 없는 문자가 있습니다(\\ * ? " < >).',
      fix: '옵션 값에서 해당 문자를 지워 주세요.',
    },
    en: {
      message: 'An option value has a forbidden character (\\ * ? " < >).',
      fix: 'Remove the character from the option value.',
    },
  },
  NAVER_REJECTED_OPTION_STOCK: {
    ko: {
      message: '상품 재고와 옵션 재고의 합이 다릅니다.',
      fix: '상품을 다시 불러와 옵션 재고를 확인해 주세요.',
    },
    en: {
      message: 'The product’s stock is not the sum of its options’ stock.',
      fix: 'Load the product again and check the stock of the options.',
    },
  },
  NAVER_REJECTED_OPTION_ID: {
    ko: {
      message: '네이버에 없는 옵션 번호가 들어 있습니다.',
      fix: '상품을 다시 불러온 뒤 시도해 주세요.',
    },
    en: {
      message: 'An option ID does not exist at Naver.',
      fix: 'Load the product again, then try again.',
    },
  },
  NAVER_REJECTED_IMAGE_ADDRESS: {
    ko: {
      message: '네이버에 올리지 않은 이미지 주소가 들어 있습니다.',
      fix: '이미지를 다시 올린 뒤 시도해 주세요.',
    },
    en: {
      message: 'A picture address does not come from Naver’s upload.',
      fix: 'Upload the pictures again, then try again.',
    },
  },
  NAVER_REJECTED_UNIT_PRICE: {
    ko: {
      message: '이 카테고리는 단위가격 표시가 필요합니다.',
      fix: '단위가격 정보를 입력하거나 카테고리를 바꾸어 주세요.',
    },
    en: {
      message: 'This category needs a unit price.',
      fix: 'Enter the unit price data or choose another category.',
    },
  },
  NAVER_REJECTED_CATEGORY_RIGHT: {
    ko: {
      message: '이 카테고리의 판매 권한이 없습니다.',
      fix: '스마트스토어센터에서 카테고리 판매 권한을 신청하거나 다른 카테고리를 선택해 주세요.',
    },
    en: {
      message: 'The store has no right to sell in this category.',
      fix: 'Apply for the right in the seller center, or choose another category.',
    },
  },
  NAVER_REJECTED_CERTIFICATION: {
    ko: {
      message: '인증 종류가 비어 있거나 맞지 않습니다.',
      fix: '상품의 인증 정보를 확인해 주세요. 인증 대상이 아니라면 직접 확인해 주셔야 합니다.',
    },
    en: {
      message: 'The kind of certificate is missing or wrong.',
      fix: 'Check the product’s certificates. Only you can state that it is not subject to one.',
    },
  },
  NAVER_REJECTED_NOTICE: {
    ko: {
      message: '상품정보제공고시가 완전하지 않습니다: “{says}”',
      fix: '고시 항목({path})을 채워 주세요.',
    },
    en: {
      message: 'The legal product information is not complete: “{says}”',
      fix: 'Fill in {path}.',
    },
  },
  NAVER_REJECTED_BOOK: {
    ko: {
      message: '도서 정보(ISBN)가 올바르지 않습니다.',
      fix: 'ISBN을 확인하거나 다른 카테고리를 선택해 주세요.',
    },
    en: {
      message: 'The book data (ISBN) is not valid.',
      fix: 'Check the ISBN or choose another category.',
    },
  },
} as const satisfies CodeTexts;
