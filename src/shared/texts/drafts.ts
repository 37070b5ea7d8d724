import type { CodeTexts } from './types';

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
      message: '카테고리 ‘{path}’는 이 프로그램이 채울 수 없는 정보를 요구합니다 ({flags}).',
      fix: '다른 카테고리를 고르거나 이 상품은 판매자센터에서 직접 등록하세요.',
    },
    en: {
      message: 'The category ‘{path}’ asks for data that this program cannot fill in ({flags}).',
      fix: 'Choose another category, or register this item in the seller center.',
    },
  },
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
      fix: '공급사에 허락을 받거나 직접 찍은 사진을 넣으세요.',
    },
    en: {
      message: "There is no permission to use the supplier's pictures (notice: {text}).",
      fix: 'Get the permission, or use pictures of your own.',
    },
  },
  DRAFT_LICENCE_LIMITED: {
    ko: {
      message: '이미지 사용 허락에 제한 문구가 있습니다: {text}',
      fix: '문구를 읽고 써도 되면 이미지를 확정하고, 아니면 사진을 바꾸세요.',
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
      message: '대표 이미지로 쓸 수 있는 사진이 없습니다.',
      fix: '500px 이상의 대표 사진을 넣으세요.',
    },
    en: {
      message: 'There is no picture that can represent the product.',
      fix: 'Add a picture of at least 500 px.',
    },
  },
  DRAFT_PICTURES_TOO_MANY: {
    ko: {
      message: '상품 사진이 {count}장입니다. 네이버는 {max}장까지 받습니다.',
      fix: '사진을 줄이세요.',
    },
    en: { message: 'There are {count} product pictures; Naver takes {max}.', fix: 'Remove some.' },
  },
  DRAFT_PICTURES_DROPPED: {
    ko: {
      message: '사진 {count}장을 쓸 수 없어 뺐습니다.',
      fix: '이미지 화면에서 이유를 확인하세요.',
    },
    en: {
      message: '{count} pictures could not be used and are left out.',
      fix: 'See the reasons in the picture view.',
    },
  },
  DRAFT_DETAIL_EMPTY: {
    ko: { message: '상세설명이 비어 있습니다.', fix: '상세설명을 직접 쓰거나 사진을 넣으세요.' },
    en: { message: 'The description is empty.', fix: 'Write a description or add pictures.' },
  },
  DRAFT_DETAIL_LARGE: {
    ko: {
      message: '상세설명이 {sizeBytes}바이트로 큽니다.',
      fix: '글자보다 사진 위주로 줄이는 것을 권합니다.',
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
  DRAFT_NOTICE_CLASS_UNKNOWN: {
    ko: {
      message: '상품정보제공고시 유형을 알 수 없습니다. (공급사 분류: {text})',
      fix: '초안에서 고시 유형을 고르고 항목을 채우세요.',
    },
    en: {
      message: "The type of the legal product notice is not clear (supplier's class: {text}).",
      fix: 'Choose the type in the draft and fill in its fields.',
    },
  },
  DRAFT_NOTICE_CLASS_DOUBTFUL: {
    ko: {
      message: '공급사는 고시를 ‘기타 재화’로 적었지만 카테고리로는 {likely}로 보입니다.',
      fix: '고시 유형이 맞는지 확인하세요.',
    },
    en: {
      message:
        'The supplier filed the notice under other goods, but the category suggests {likely}.',
      fix: 'Check the type of the notice.',
    },
  },
  DRAFT_NOTICE_PLACEHOLDERS: {
    ko: {
      message: '고시 항목을 ‘상품상세참조’로 채웠습니다: {fields}',
      fix: '상세설명에 실제로 나와 있는지 확인하고, 아는 값은 직접 입력하세요.',
    },
    en: {
      message: 'These notice fields refer to the product page: {fields}',
      fix: 'Check that the page really says it, and enter what you know.',
    },
  },
  DRAFT_NOTICE_MISSING: {
    ko: { message: '상품정보제공고시가 없습니다.', fix: '고시 유형을 고르고 항목을 채우세요.' },
    en: {
      message: 'The legal product notice is missing.',
      fix: 'Choose its type and fill in its fields.',
    },
  },
  DRAFT_NOTICE_INCOMPLETE: {
    ko: {
      message: '고시 필수 항목이 비어 있습니다: {fields}',
      fix: '공급사에 확인하거나 제품 표시를 보고 입력하세요.',
    },
    en: {
      message: 'Required notice fields are empty: {fields}',
      fix: 'Ask the supplier or read them from the label, and enter them.',
    },
  },
  DRAFT_SAFE_CRITERION_OPEN: {
    ko: {
      message:
        '안전기준 대상 생활화학제품 카테고리인데 고시 유형이 {type}이라 신고번호를 적을 곳이 없습니다.',
      fix: '고시 유형을 생활화학제품으로 바꿔 신고번호를 입력하거나, 대상이 아님을 확인하고 고시를 저장하세요.',
    },
    en: {
      message:
        'The category is for household chemicals under safety standards, but a notice of type {type} has no place for the confirmation number.',
      fix: 'Change the notice to household chemicals and enter the number, or make sure that the item is not subject and save the notice.',
    },
  },
  DRAFT_NOTICE_TYPE_UNKNOWN: {
    ko: {
      message: '고시 유형 {type}은 네이버 목록에 없습니다.',
      fix: '고시 유형을 다시 고르세요.',
    },
    en: { message: 'Naver has no notice type {type}.', fix: 'Choose the type again.' },
  },
  DRAFT_NOTICE_TOO_LONG: {
    ko: { message: '고시 항목 ‘{label}’이 {maxLength}자를 넘습니다.', fix: '내용을 줄이세요.' },
    en: {
      message: 'The notice field ‘{label}’ is longer than {maxLength} characters.',
      fix: 'Shorten it.',
    },
  },
  DRAFT_AS_PHONE_MISSING: {
    ko: {
      message: 'A/S 전화번호가 없습니다.',
      fix: '설정의 스토어 항목에 전화번호를 입력하세요. 모든 상품에 쓰입니다.',
    },
    en: {
      message: 'There is no after-service telephone number.',
      fix: 'Enter it in the store settings; all products use it.',
    },
  },
  DRAFT_AS_PHONE_ODD: {
    ko: {
      message: 'A/S 전화번호 ‘{phone}’가 전화번호로 보이지 않습니다.',
      fix: '숫자와 하이픈으로 된 번호를 입력하세요.',
    },
    en: {
      message: 'The after-service number ‘{phone}’ does not look like a telephone number.',
      fix: 'Enter digits and hyphens.',
    },
  },
  DRAFT_AS_GUIDE_MISSING: {
    ko: {
      message: 'A/S 안내 문구가 없습니다.',
      fix: '설정의 스토어 항목에 안내 문구를 입력하세요.',
    },
    en: { message: 'There is no after-service text.', fix: 'Enter it in the store settings.' },
  },
  DRAFT_ORIGIN_MISSING: {
    ko: {
      message: '원산지를 정하지 못했습니다.',
      fix: '공급사에 확인하고 원산지를 고르세요. 추측해서 넣지 않습니다.',
    },
    en: {
      message: 'The origin is not decided.',
      fix: 'Ask the supplier and choose it. It is never guessed.',
    },
  },
  DRAFT_ORIGIN_UNCLEAR: {
    ko: {
      message: '공급사의 원산지 표기로는 알 수 없습니다. (표기: {text})',
      fix: '공급사에 확인하고 원산지를 고르세요.',
    },
    en: {
      message: "The supplier's origin does not say where it is from ({text}).",
      fix: 'Ask the supplier and choose the origin.',
    },
  },
  DRAFT_ORIGIN_CONFLICT: {
    ko: {
      message: '원산지 표기가 서로 다릅니다. (상품 정보: {field}, 고시: {notice})',
      fix: '공급사에 확인하고 맞는 원산지를 고르세요.',
    },
    en: {
      message: 'The supplier names two origins (item: {field}, notice: {notice}).',
      fix: 'Ask the supplier and choose the right one.',
    },
  },
  DRAFT_ORIGIN_UNKNOWN_AREA: {
    ko: {
      message: '‘{text}’에 맞는 네이버 원산지 코드를 찾지 못했습니다.',
      fix: '원산지 목록에서 고르세요.',
    },
    en: {
      message: "Naver's list has no origin for ‘{text}’.",
      fix: 'Choose from the list of origins.',
    },
  },
  DRAFT_IMPORTER_MISSING: {
    ko: {
      message: '수입 상품인데 수입사가 없습니다.',
      fix: '설정에 수입사를 입력하거나 초안에서 이 상품의 수입사를 적으세요.',
    },
    en: {
      message: 'The item is imported and no importer is named.',
      fix: 'Enter the importer in the settings, or in this draft.',
    },
  },
  DRAFT_ORIGIN_TEXT_MISSING: {
    ko: {
      message: '원산지 직접 입력을 골랐지만 내용이 없습니다.',
      fix: '원산지 내용을 입력하세요.',
    },
    en: {
      message: 'Origin in free text is chosen, but the text is empty.',
      fix: 'Enter the origin.',
    },
  },
  DRAFT_TAX_UNCLEAR: {
    ko: {
      message: '과세 여부를 알 수 없습니다. (공급사 표기: {tax})',
      fix: '공급사에 확인하고 과세 구분을 고르세요.',
    },
    en: {
      message: 'The tax class is not clear (supplier: {tax}).',
      fix: 'Ask the supplier and choose the tax class.',
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
  DRAFT_CERTIFICATION_OPEN: {
    ko: {
      message: '이 카테고리는 인증 여부를 정해야 합니다: {kinds} (공급사 표기: {stated})',
      fix: '인증번호를 입력하거나, 대상이 아님을 확인하고 기록하세요. 프로그램이 대신 정하지 않습니다.',
    },
    en: {
      message:
        'This category needs a decision about certificates: {kinds} (supplier states: {stated})',
      fix: 'Enter the certificate, or record your statement that the product is not subject. The program never decides this.',
    },
  },
  DRAFT_CERTIFICATION_ENTRY: {
    ko: {
      message: '인증 정보 ‘{name}’에 빠지거나 맞지 않는 항목이 있습니다: {problem}',
      fix: '인증 종류를 다시 고르고 번호와 상호를 확인하세요.',
    },
    en: {
      message: 'The certificate ‘{name}’ lacks something or does not fit: {problem}',
      fix: 'Choose its kind again and check number and company.',
    },
  },
  DRAFT_CERTIFICATIONS_TOO_MANY: {
    ko: { message: '인증 정보는 {max}개까지 등록할 수 있습니다.', fix: '인증 정보를 줄이세요.' },
    en: { message: 'At most {max} certificates can be registered.', fix: 'Remove some.' },
  },
  DRAFT_COURIER_MISSING: {
    ko: { message: '택배사가 정해지지 않았습니다.', fix: '설정에서 택배사를 고르세요.' },
    en: { message: 'No courier is chosen.', fix: 'Choose the courier in the settings.' },
  },
  DRAFT_COURIER_UNKNOWN: {
    ko: {
      message: '택배사 코드 ‘{code}’는 흔한 국내 택배사 목록에 없습니다.',
      fix: '코드가 맞는지 설정에서 확인하세요.',
    },
    en: {
      message: 'The courier code ‘{code}’ is not among the common domestic couriers.',
      fix: 'Check the code in the settings.',
    },
  },
  DRAFT_DELIVERY_FEES: {
    ko: {
      message:
        '배송비 설정이 맞지 않습니다. (유형 {feeType}, 기본 {baseFeeKrw}원, 최대 {maxKrw}원)',
      fix: '배송비와 조건을 확인하세요.',
    },
    en: {
      message:
        'The delivery fee does not fit its type (type {feeType}, base {baseFeeKrw} won, at most {maxKrw}).',
      fix: 'Check fee and conditions.',
    },
  },
  DRAFT_DELIVERY_UNKNOWN: {
    ko: {
      message: '공급사의 배송비를 알 수 없습니다. ({text})',
      fix: '공급사에 확인하고 배송비를 입력하세요.',
    },
    en: {
      message: "The supplier's delivery fee is not clear ({text}).",
      fix: 'Ask the supplier and enter the fee.',
    },
  },
  DRAFT_DELIVERY_INEXACT: {
    ko: {
      message: '공급사의 배송비 표를 네이버에서 그대로 나타낼 수 없습니다. ({text})',
      fix: '배송비를 직접 정하고 저장하세요.',
    },
    en: {
      message: "Naver cannot express the supplier's delivery table ({text}).",
      fix: 'Decide the delivery fee yourself and save it.',
    },
  },
  DRAFT_DELIVERY_CAPPED: {
    ko: {
      message: '배송비가 수량에 따라 달라져 한 주문을 {maxPerOrder}개까지로 제한합니다. ({text})',
      fix: '더 많이 팔려면 배송비를 직접 정하세요.',
    },
    en: {
      message:
        'The delivery fee changes with quantity, so an order may hold at most {maxPerOrder} ({text}).',
      fix: 'To allow more, decide the delivery fee yourself.',
    },
  },
  DRAFT_DELIVERY_COLLECT: {
    ko: {
      message: '착불 상품입니다. 받는 사람이 배송비를 냅니다.',
      fix: '착불로 팔지 확인하고 저장하거나 선불 배송비를 정하세요. 무료로 표시할 수 없습니다.',
    },
    en: {
      message: 'The courier collects the fee from the receiver.',
      fix: 'Confirm that you sell it that way, or decide a prepaid fee. It may not be shown as free.',
    },
  },
  DRAFT_DELIVERY_COLLECT_AS_FREE: {
    ko: {
      message: '착불 상품이 무료 또는 선불로 되어 있고 공급사 배송비가 없습니다.',
      fix: '착불로 되돌리거나 실제 배송비를 입력하세요.',
    },
    en: {
      message: 'A collect item is shown as free or prepaid without any supplier fee.',
      fix: 'Set it back to collect, or enter the real fee.',
    },
  },
  DRAFT_SHIPPING_ADDRESS: {
    ko: {
      message: '출고지를 정하지 못했습니다.',
      fix: '설정에서 주소록의 출고지(RELEASE)를 고르세요.',
    },
    en: {
      message: 'The ship-from address is not decided.',
      fix: 'Choose an address of the type RELEASE in the settings.',
    },
  },
  DRAFT_RETURN_ADDRESS: {
    ko: {
      message: '반품지를 정하지 못했습니다.',
      fix: '설정에서 주소록의 반품·교환지(REFUND_OR_EXCHANGE)를 고르세요.',
    },
    en: {
      message: 'The return address is not decided.',
      fix: 'Choose an address of the type REFUND_OR_EXCHANGE in the settings.',
    },
  },
  DRAFT_SHIPPING_FROM_OVERSEA: {
    ko: {
      message: '고른 출고지가 해외 주소입니다. 관부가세 정보가 필요해 등록할 수 없습니다.',
      fix: '국내 출고지를 고르세요.',
    },
    en: {
      message:
        'The chosen ship-from address is abroad, which needs customs data that cannot be filled in.',
      fix: 'Choose a domestic address.',
    },
  },
  DRAFT_RETURN_COURIER_MISSING: {
    ko: {
      message: '네이버에 등록된 반품 택배사가 없습니다.',
      fix: '판매자센터에서 반품 택배사를 등록하세요.',
    },
    en: {
      message: 'No return courier is registered at Naver.',
      fix: 'Register one in the seller center.',
    },
  },
} as const satisfies CodeTexts;
