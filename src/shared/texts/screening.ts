import type { CodeTexts } from './types';

/** Words, bans, doubles and caps: what may not go out or only knowingly. */
export const screeningTexts = {
  DRAFT_OVERRIDDEN: {
    ko: {
      message: '‘{subject}’ 문제를 {madeBy} 님이 {on}에 확인하고 넘어갔습니다. (사유: {note})',
      fix: '결정을 거두려면 초안의 기록에서 취소하세요.',
    },
    en: {
      message: '{madeBy} decided on {on} to go on in spite of ‘{subject}’ (note: {note}).',
      fix: 'Withdraw the decision in the draft’s history if it no longer holds.',
    },
  },
  DRAFT_ITEM_BANNED: {
    ko: {
      message: '등록 금지 목록에 있는 상품번호입니다.',
      fix: '팔기로 했다면 설정의 금지 상품에서 이 번호를 지우세요.',
    },
    en: {
      message: 'The item number is on your list of banned items.',
      fix: 'Take it off the list in the settings if you want to sell it after all.',
    },
  },
  DRAFT_SUPPLIER_BANNED: {
    ko: {
      message: '등록 금지 목록에 있는 공급사입니다: {supplier}',
      fix: '거래하기로 했다면 설정의 금지 공급사에서 지우세요.',
    },
    en: {
      message: 'The supplier {supplier} is on your list of banned suppliers.',
      fix: 'Take it off the list in the settings if you want to deal with it after all.',
    },
  },
  DRAFT_NAME_WORD: {
    ko: {
      message: '상품명에 ‘{word}’이(가) 있습니다. ({packKo})',
      fix: '{basisKo}입니다. 말을 빼거나 바꾸고, 써도 되는 근거가 있으면 이유를 남기고 넘어가세요.',
    },
    en: {
      message: 'The name holds ‘{word}’ ({packEn}).',
      fix: '{basisEn}. Take it out or replace it; if you may use it, go on and leave the reason.',
    },
  },
  DRAFT_BRAND_WORD: {
    ko: {
      message: '브랜드 ‘{word}’은(는) 권리 확인이 필요합니다. ({packKo})',
      fix: '권리자의 허락이나 정품 증빙이 없으면 브랜드를 비우세요.',
    },
    en: {
      message: 'The brand ‘{word}’ needs a right to use it ({packEn}).',
      fix: 'Leave the brand empty unless you have permission or proof of genuine goods.',
    },
  },
  DRAFT_TAG_WORD: {
    ko: {
      message: '태그에 ‘{word}’이(가) 있습니다. ({packKo})',
      fix: '{basisKo}입니다. 그 태그를 빼세요.',
    },
    en: { message: 'A tag holds ‘{word}’ ({packEn}).', fix: '{basisEn}. Remove the tag.' },
  },
  DRAFT_DETAIL_WORD: {
    ko: {
      message: '상세설명에 ‘{word}’이(가) 있습니다. ({packKo})',
      fix: '{basisKo}입니다. 상세설명에서 그 말을 고치세요.',
    },
    en: {
      message: 'The description holds ‘{word}’ ({packEn}).',
      fix: '{basisEn}. Correct the description.',
    },
  },
  DRAFT_NAME_PROMOTION: {
    ko: {
      message: '상품명에 홍보 문구가 있습니다: {words}',
      fix: '네이버는 상품명의 홍보 문구를 정책 위반으로 봅니다. 한 번에 고치기로 지울 수 있습니다.',
    },
    en: {
      message: 'The name holds promotional words: {words}',
      fix: 'Naver sees them as a breach of policy; the one-click fix takes them out.',
    },
  },
  DRAFT_TAG_RESTRICTED: {
    ko: {
      message: '네이버가 받지 않는 태그가 있습니다: {tags}',
      fix: '그 태그를 빼세요. 한 번에 고치기로 뺄 수 있습니다.',
    },
    en: {
      message: 'Naver does not take these tags: {tags}',
      fix: 'Remove them; the one-click fix does it.',
    },
  },
  DRAFT_UNIT_PRICE_MISSING: {
    ko: {
      message: '카테고리 ‘{path}’는 단위가격을 표시해야 합니다.',
      fix: '전체 용량과 표시 단위를 입력하거나, 표시하지 않는 상품인지 확인하고 정하세요.',
    },
    en: {
      message: 'Products of the category ‘{path}’ have to show a unit price.',
      fix: 'Enter the whole content and the unit, or state that none is shown for this product.',
    },
  },
  DRAFT_UNIT_PRICE_INVALID: {
    ko: {
      message: '단위가격의 용량이나 단위가 비어 있습니다.',
      fix: '전체 용량(0보다 큰 수), 표시 용량, 단위를 모두 입력하세요.',
    },
    en: {
      message: 'Content or unit of the unit price is missing.',
      fix: 'Enter the whole content (above 0), the shown quantity and the unit.',
    },
  },
  DRAFT_CATEGORY_NO_RIGHT: {
    ko: {
      message: '카테고리 ‘{path}’는 판매 권한이 없어 네이버가 거절한 적이 있습니다.',
      fix: '판매자센터에서 권한을 받았다면 확인했다고 남기고 넘어가세요. 아니면 다른 카테고리를 고르세요.',
    },
    en: {
      message: 'Naver refused a product in ‘{path}’ for want of a right to sell there.',
      fix: 'If the seller center has given you the right since, say so and go on; else choose another category.',
    },
  },
  DRAFT_DUPLICATE_NAME: {
    ko: {
      message: '같은 이름의 상품이 이미 있습니다: {itemNos}',
      fix: '같은 상품이면 하나만 등록하고, 다른 상품이면 이름을 구별되게 바꾸세요.',
    },
    en: {
      message: 'There are items under the same name already: {itemNos}',
      fix: 'Register the goods once; give different goods different names.',
    },
  },
  DRAFT_ALREADY_REGISTERED: {
    ko: {
      message: '이미 스토어에 등록된 상품입니다.',
      fix: '초안을 고쳐도 등록된 상품은 바뀌지 않습니다.',
    },
    en: {
      message: 'The item is in the store already.',
      fix: 'Editing the draft does not change the registered product.',
    },
  },
  DRAFT_PRODUCT_CAP: {
    ko: {
      message: '등록한 상품이 {count}개로 한도 {cap}개에 이르렀습니다.',
      fix: '판매자 등급에 따른 실제 한도를 확인해 설정의 등록 한도를 고치거나, 팔리지 않는 상품을 정리하세요.',
    },
    en: {
      message: '{count} products are registered; the cap is {cap}.',
      fix: 'Check the cap of your seller grade and correct it in the settings, or clear out products that do not sell.',
    },
  },
  DRAFT_PRODUCT_CAP_NEAR: {
    ko: {
      message: '등록 한도 {cap}개 가운데 {count}개를 썼습니다.',
      fix: '곧 한도에 이르니 판매자 등급과 오래 팔리지 않은 상품을 확인하세요.',
    },
    en: {
      message: '{count} of {cap} products are used.',
      fix: 'The cap is near: look at your seller grade and at products that do not sell.',
    },
  },
  DRAFT_ORDER_UNIT: {
    ko: {
      message:
        '판매 단위 {unitQuantity}개로는 공급사에 주문할 수 없습니다. ({unit}개 단위, 최소 {least}개)',
      fix: '판매 단위를 {least}개로 바꾸세요. 한 번에 고치기로 바꿀 수 있습니다.',
    },
    en: {
      message:
        'The supplier cannot be asked for {unitQuantity} pieces (multiples of {unit}, at least {least}).',
      fix: 'Sell {least} pieces at once; the one-click fix does it.',
    },
  },
  DRAFT_OPERATION_NOT_FOUND: {
    ko: { message: '찾는 일괄 작업이 없습니다.', fix: '작업 기록을 새로 고쳐 확인하세요.' },
    en: { message: 'There is no such bulk change.', fix: 'Refresh the list of bulk changes.' },
  },
  DRAFT_OPERATION_BUSY: {
    ko: {
      message: '다른 일괄 작업이 진행되고 있습니다.',
      fix: '끝날 때까지 기다렸다가 다시 하세요.',
    },
    en: {
      message: 'Another bulk change is under way.',
      fix: 'Wait until it has ended and try again.',
    },
  },
  DRAFT_OPERATION_UNDONE: {
    ko: { message: '이미 되돌린 작업입니다.', fix: '할 일은 없습니다.' },
    en: { message: 'The change has been undone already.', fix: 'Nothing to do.' },
  },
  DRAFT_NOTHING_TO_UNDO: {
    ko: { message: '되돌릴 변경이 없습니다.', fix: '할 일은 없습니다.' },
    en: { message: 'There is nothing to undo.', fix: 'Nothing to do.' },
  },
  DRAFT_BULK_NOT_APPLICABLE: {
    ko: {
      message: '이 초안에는 해당하지 않는 변경입니다.',
      fix: '할 일은 없습니다. 이 초안은 그대로 두었습니다.',
    },
    en: {
      message: 'The change does not concern this draft.',
      fix: 'Nothing to do: the draft stays as it is.',
    },
  },
  DRAFT_EDITED_SINCE: {
    ko: {
      message: '일괄 작업 뒤에 직접 고친 초안이라 되돌리지 않았습니다.',
      fix: '필요하면 초안의 기록에서 하나씩 되돌리세요.',
    },
    en: {
      message: 'The draft was edited after the bulk change and is left as it is.',
      fix: 'Undo step by step in the draft’s history if you want to.',
    },
  },
  DRAFT_OVERRIDE_NOT_ALLOWED: {
    ko: {
      message: '이 문제는 확인만으로 넘어갈 수 없습니다.',
      fix: '안내대로 고친 뒤 다시 시도하세요.',
    },
    en: {
      message: 'This finding cannot be overridden.',
      fix: 'Solve it as described.',
    },
  },
  DRAFT_TABLE_NO_KEY: {
    ko: {
      message: '‘{file}’에서 상품번호 열을 찾지 못했습니다.',
      fix: '초안에서 내보낸 파일의 첫 줄(열 이름)을 그대로 두고 다시 가져오세요.',
    },
    en: {
      message: 'There is no column of item numbers in ‘{file}’.',
      fix: 'Keep the first line (column names) of the exported file and import it again.',
    },
  },
  DRAFT_TABLE_CHANGED: {
    ko: {
      message: '확인한 뒤에 파일이나 초안이 바뀌었습니다.',
      fix: '파일을 다시 읽어 바뀐 내용을 확인하고 적용하세요.',
    },
    en: {
      message: 'The file or a draft changed after you looked at the differences.',
      fix: 'Read the file again, look at the differences and apply them.',
    },
  },
  DRAFT_TABLE_ITEM: {
    ko: {
      message: '‘{text}’은(는) 상품번호가 아닙니다.',
      fix: '상품번호 열의 값을 내보낸 그대로 두세요.',
    },
    en: { message: '‘{text}’ is no item number.', fix: 'Leave the column as it was exported.' },
  },
  DRAFT_TABLE_NO_DRAFT: {
    ko: { message: '상품 {itemNo}의 초안이 없습니다.', fix: '먼저 상품번호를 가져오세요.' },
    en: { message: 'There is no draft of item {itemNo}.', fix: 'Import the item number first.' },
  },
  DRAFT_TABLE_TWICE: {
    ko: {
      message: '상품 {itemNo}이(가) 두 줄에 있습니다. (줄 {line})',
      fix: '한 줄만 남기세요. 먼저 나온 줄만 적용합니다.',
    },
    en: {
      message: 'Item {itemNo} stands on two lines (line {line}).',
      fix: 'Leave one of them; only the first is applied.',
    },
  },
  DRAFT_TABLE_CELL: {
    ko: {
      message: '‘{columnKo}’ 칸의 값 ‘{text}’을(를) 쓸 수 없습니다. 필요한 값: {expectedKo}',
      fix: '칸을 고쳐 다시 가져오세요. 이 칸은 적용하지 않습니다.',
    },
    en: {
      message: '‘{text}’ cannot be used for ‘{columnEn}’; it takes: {expectedEn}',
      fix: 'Correct the cell and import again; this cell is not applied.',
    },
  },
  DRAFT_TABLE_CONFLICT: {
    ko: {
      message: '내보낸 뒤에 초안이 바뀌었습니다. (내보낸 판 {exported}, 지금 {version})',
      fix: '바뀔 값을 확인하세요. 적용하면 파일의 값이 남습니다.',
    },
    en: {
      message: 'The draft changed since the export (exported {exported}, now {version}).',
      fix: 'Look at the values; applying keeps those of the file.',
    },
  },
} as const satisfies CodeTexts;
