import type { CodeTexts } from './types';

/** What the wholesaler's item itself brings along: its state, stock, licence, pictures and description. */
export const draftItemTexts = {
  DRAFT_ITEM_NOT_ON_SALE: {
    ko: {
      message: '공급사가 지금 팔지 않는 상품입니다. (상태: {status})',
      fix: '다시 판매를 시작하면 가져오세요.',
    },
    en: {
      message: 'The supplier does not sell the item now (state: {status}).',
      fix: 'Import it when it is on sale again.',
    },
  },
  DRAFT_ITEM_ENDED: {
    ko: {
      message: '공급사의 판매 기간이 {endedOn}에 끝났습니다.',
      fix: '공급사가 기간을 늘리면 다시 가져오세요.',
    },
    en: {
      message: "The supplier's sale ended on {endedOn}.",
      fix: 'Import it again when the supplier extends the period.',
    },
  },
  DRAFT_ITEM_NOT_ON_DOMEME: {
    ko: {
      message: '도매매에서 낱개로 팔지 않는 상품이라 위탁 판매를 할 수 없습니다.',
      fix: '도매매에서 파는 다른 상품을 고르세요.',
    },
    en: {
      message: 'Domeme does not sell the item one by one, so it cannot be drop-shipped.',
      fix: 'Choose another item that Domeme sells.',
    },
  },
  DRAFT_ITEM_LISTING_DENIED: {
    ko: {
      message: '다른 마켓에 올리지 말라는 표시가 있는 상품입니다.',
      fix: '공급사에 판매 허락을 확인하기 전에는 등록하지 마세요.',
    },
    en: {
      message: 'The item is marked as not to be listed on other markets.',
      fix: 'Do not register it before the supplier has given permission.',
    },
  },
  DRAFT_ITEM_ADULT: {
    ko: {
      message: '성인 상품입니다. 미성년자 구매 불가로만 등록할 수 있습니다.',
      fix: '팔기로 정했다면 초안에서 ‘미성년자 구매 불가’를 확정하세요.',
    },
    en: {
      message: 'This is an item for adults; it can only be registered as not for minors.',
      fix: 'If you decide to sell it, confirm ‘not for minors’ in the draft.',
    },
  },
  DRAFT_ADULT_OPEN_TO_MINORS: {
    ko: {
      message: '성인 상품 또는 성인 카테고리인데 미성년자 구매가 허용되어 있습니다.',
      fix: '미성년자 구매를 불가로 바꾸세요.',
    },
    en: {
      message: 'The item or its category is for adults, but minors may buy it.',
      fix: 'Set it to not for minors.',
    },
  },
  DRAFT_ITEM_SUPPLIER_AWAY: {
    ko: {
      message: '공급사가 {startText}부터 {endText}까지 쉽니다.',
      fix: '휴무가 끝난 뒤 다시 준비하세요.',
    },
    en: {
      message: 'The supplier is away from {startText} to {endText}.',
      fix: 'Prepare the item again after the holiday.',
    },
  },
  DRAFT_ITEM_SUPPLIER_LEAVING: {
    ko: {
      message: '공급사가 {startText}부터 {endText}까지 쉴 예정입니다.',
      fix: '그 기간의 주문은 늦어지니 배송 안내를 확인하세요.',
    },
    en: {
      message: 'The supplier will be away from {startText} to {endText}.',
      fix: 'Orders of those days will be late: check what you tell buyers about delivery.',
    },
  },
  DRAFT_ITEM_FROM_OVERSEA: {
    ko: {
      message: '해외에서 보내는 상품이라 통관번호와 해외 배송 안내가 필요합니다.',
      fix: '조건을 확인하고 배송 정보를 직접 확정하거나 이 상품을 제외하세요.',
    },
    en: {
      message: 'The item is sent from abroad and needs a customs code and a notice about it.',
      fix: 'Check the terms and confirm the delivery in the draft, or leave the item out.',
    },
  },
  DRAFT_SOLD_OUT: {
    ko: {
      message: '판매할 수 있는 재고가 없습니다.',
      fix: '공급사 재고가 생기면 다시 준비하세요.',
    },
    en: {
      message: 'There is no stock to sell.',
      fix: 'Prepare the item again when the supplier has stock.',
    },
  },
  DRAFT_STOCK_UNKNOWN: {
    ko: {
      message: '공급사가 재고 수량을 밝히지 않았습니다.',
      fix: '공급사에 확인하고 옵션 화면에서 재고를 입력하세요.',
    },
    en: {
      message: 'The supplier states no stock.',
      fix: 'Ask the supplier and enter the stock in the options.',
    },
  },
  DRAFT_BUNDLE: {
    ko: {
      message: '공급사가 {unitQuantity}개 단위로만 팔아 {unitQuantity}개 묶음 가격으로 등록합니다.',
      fix: '상품명과 상세설명이 묶음 수량을 분명히 말하는지 확인하세요.',
    },
    en: {
      message:
        'The supplier only sells by {unitQuantity}, so the price is for {unitQuantity} pieces.',
      fix: 'Check that name and description say so.',
    },
  },
  DRAFT_LICENCE_MISSING: {
    ko: {
      message: '공급사 이미지를 쓸 허락이 없습니다. (안내: {text})',
      fix: '공급사에 허락을 받거나 직접 촬영한 이미지를 넣으세요.',
    },
    en: {
      message: "There is no permission to use the supplier's pictures (notice: {text}).",
      fix: 'Get the permission, or use pictures of your own.',
    },
  },
  DRAFT_LICENCE_LIMITED: {
    ko: {
      message: '이미지 사용 허락에 제한 문구가 있습니다: {text}',
      fix: '문구를 읽고 써도 되면 이미지를 확정하고, 아니면 다른 이미지로 바꾸세요.',
    },
    en: {
      message: 'The permission for pictures has a limit: {text}',
      fix: 'Read it; confirm the pictures if they may be used, else replace them.',
    },
  },
  DRAFT_SUPPLIER_MEMO: {
    ko: { message: '공급사 메모가 있습니다: {memo}', fix: '품절이나 지연 예고인지 확인하세요.' },
    en: {
      message: 'The supplier left a memo: {memo}',
      fix: 'Check whether it announces a shortage or a delay.',
    },
  },
  DRAFT_PICTURE_MISSING: {
    ko: {
      message: '대표 이미지로 쓸 수 있는 이미지가 없습니다.',
      fix: '가로와 세로가 500px 이상인 이미지를 넣으세요.',
    },
    en: {
      message: 'There is no picture that can represent the product.',
      fix: 'Add a picture of at least 500 px.',
    },
  },
  DRAFT_PICTURES_TOO_MANY: {
    ko: {
      message: '상품 이미지가 {count}장입니다. 네이버는 {max}장까지 받습니다.',
      fix: '쓰지 않을 이미지를 빼세요.',
    },
    en: { message: 'There are {count} product pictures; Naver takes {max}.', fix: 'Remove some.' },
  },
  DRAFT_PICTURES_DROPPED: {
    ko: {
      message: '쓸 수 없는 이미지 {count}장을 뺐습니다.',
      fix: '이미지 화면에서 이유를 확인하세요.',
    },
    en: {
      message: '{count} pictures could not be used and are left out.',
      fix: 'See the reasons in the picture view.',
    },
  },
  DRAFT_DETAIL_EMPTY: {
    ko: { message: '상세설명이 비어 있습니다.', fix: '상세설명을 직접 쓰거나 이미지를 넣으세요.' },
    en: { message: 'The description is empty.', fix: 'Write a description or add pictures.' },
  },
  DRAFT_DETAIL_LARGE: {
    ko: {
      message: '상세설명이 {sizeBytes}바이트로 큽니다.',
      fix: '글자보다 이미지 위주로 줄이는 것을 권합니다.',
    },
    en: { message: 'The description is large: {sizeBytes} bytes.', fix: 'Consider shortening it.' },
  },
  DRAFT_DETAIL_CONTACTS_REMOVED: {
    ko: {
      message: '상세설명에서 연락처와 외부 링크를 지웠습니다: {removed}',
      fix: '지우면 안 되는 내용이 있으면 상세설명을 직접 고치세요.',
    },
    en: {
      message: 'Contacts and outside links were removed from the description: {removed}',
      fix: 'If something should have stayed, edit the description.',
    },
  },
} as const satisfies CodeTexts;
