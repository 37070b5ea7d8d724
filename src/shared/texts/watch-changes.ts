import type { CodeTexts } from './types';

/** What the watcher saw at the wholesaler. */
export const watchChangesTexts = {
  WATCH_PRICE_UP: {
    ko: {
      message: '{title}: 도매가가 {oldKrw}원에서 {newKrw}원으로 올랐습니다.',
      fix: '감시 화면에서 새 판매가와 마진을 확인하고 승인하거나 넘기세요.',
    },
    en: {
      message: '{title}: the wholesale price rose from {oldKrw} to {newKrw} won.',
      fix: 'Look at the new sale price and margin on the Watch screen, then approve or dismiss.',
    },
  },
  WATCH_PRICE_DOWN: {
    ko: {
      message: '{title}: 도매가가 {oldKrw}원에서 {newKrw}원으로 내렸습니다.',
      fix: '감시 화면에서 판매가를 따라 내릴지 정하세요.',
    },
    en: {
      message: '{title}: the wholesale price fell from {oldKrw} to {newKrw} won.',
      fix: 'Decide on the Watch screen whether the sale price follows.',
    },
  },
  WATCH_OPTION_PRICE: {
    ko: {
      message: '{title}: 옵션 ‘{option}’의 추가금이 {oldKrw}원에서 {newKrw}원으로 바뀌었습니다.',
      fix: '감시 화면에서 새 옵션가를 확인하세요.',
    },
    en: {
      message: '{title}: the addition of option “{option}” changed from {oldKrw} to {newKrw} won.',
      fix: 'Look at the new option price on the Watch screen.',
    },
  },
  WATCH_FLOOR_RAISED: {
    ko: {
      message: '{title}: 최저 재판매가가 {newKrw}원으로 올랐습니다.',
      fix: '지금 판매가가 그보다 낮으면 공급이 끊길 수 있습니다. 감시 화면에서 새 판매가를 승인하세요.',
    },
    en: {
      message: '{title}: the lowest resale price rose to {newKrw} won.',
      fix: 'A lower sale price can cost you the supply. Approve the new sale price on the Watch screen.',
    },
  },
  WATCH_FLOOR_LOWERED: {
    ko: {
      message: '{title}: 최저 재판매가가 내렸습니다.',
      fix: '판매가를 내리고 싶으면 초안에서 가격을 바꾸세요. 지금 할 일은 없습니다.',
    },
    en: {
      message: '{title}: the lowest resale price was lowered.',
      fix: 'Change the price in the draft if you want to follow. Nothing has to be done.',
    },
  },
  WATCH_DELIVERY_FEE: {
    ko: {
      message: '{title}: 공급사 배송 조건이 바뀌었습니다({old} → {new}).',
      fix: '감시 화면에서 판매가나 배송비를 맞추세요.',
    },
    en: {
      message: "{title}: the supplier's delivery terms changed ({old} → {new}).",
      fix: 'Bring price or delivery fee in line on the Watch screen.',
    },
  },
  WATCH_STOCK: {
    ko: {
      message: '{title}: 도매 재고가 {old}개에서 {new}개로 바뀌었습니다.',
      fix: '스토어 재고에 반영합니다. 따로 할 일은 없습니다.',
    },
    en: {
      message: '{title}: the wholesale stock moved from {old} to {new}.',
      fix: "The store's stock follows. Nothing has to be done.",
    },
  },
  WATCH_LOW_STOCK: {
    ko: {
      message: '{title}: 도매 재고가 {new}개 남았습니다.',
      fix: '스토어 재고에 반영합니다. 주문이 많은 상품이면 품절에 대비하세요.',
    },
    en: {
      message: '{title}: the stock at the wholesaler is down to {new}.',
      fix: "The store's stock follows. Be ready for it to run out if it sells well.",
    },
  },
  WATCH_SOLD_OUT: {
    ko: {
      message: '{title}: 도매에서 품절됐습니다.',
      fix: '스토어도 바로 품절로 바꿉니다. 이미 받은 주문은 공급사에 확인하세요.',
    },
    en: {
      message: '{title}: sold out at the wholesaler.',
      fix: 'The store follows at once. Ask the supplier about orders you already have.',
    },
  },
  WATCH_OPTION_SOLD_OUT: {
    ko: {
      message: '{title}: 옵션 ‘{option}’이 품절됐습니다.',
      fix: '스토어에서도 이 옵션만 바로 막습니다. 이미 받은 주문을 확인하세요.',
    },
    en: {
      message: '{title}: option “{option}” is sold out.',
      fix: 'The store closes this option at once. Check the orders you already have.',
    },
  },
  WATCH_OPTION_GONE: {
    ko: {
      message: '{title}: 공급사가 옵션 ‘{option}’을 없앴습니다.',
      fix: '스토어에서 이 옵션을 판매 중지합니다. 다른 옵션은 그대로 팝니다.',
    },
    en: {
      message: '{title}: the supplier removed option “{option}”.',
      fix: 'The store stops selling this option; the others stay.',
    },
  },
  WATCH_OPTION_ADDED: {
    ko: {
      message: '{title}: 공급사가 옵션 ‘{option}’을 추가했습니다.',
      fix: '함께 팔려면 스마트스토어에서 옵션을 추가하세요. 자동으로 추가하지 않습니다.',
    },
    en: {
      message: '{title}: the supplier added option “{option}”.',
      fix: 'Add it at SmartStore if you want to sell it; it is not added by itself.',
    },
  },
  WATCH_BACK_IN_STOCK: {
    ko: { message: '{title}: 다시 입고됐습니다({new}개).', fix: '스토어에서도 다시 팝니다.' },
    en: { message: '{title}: back in stock ({new}).', fix: 'The store sells it again.' },
  },
  WATCH_OPTION_BACK: {
    ko: {
      message: '{title}: 옵션 ‘{option}’이 다시 입고됐습니다({new}개).',
      fix: '스토어에서도 이 옵션을 다시 팝니다.',
    },
    en: {
      message: '{title}: option “{option}” is back ({new}).',
      fix: 'The store sells this option again.',
    },
  },
  WATCH_ENDED: {
    ko: {
      message: '{title}: 공급사가 판매를 끝냈습니다.',
      fix: '스토어에서 판매를 중지합니다. 대체 상품을 찾아보세요.',
    },
    en: {
      message: '{title}: the supplier ended the sale.',
      fix: 'The store stops selling it. Look for a replacement.',
    },
  },
  WATCH_LICENCE_WITHDRAWN: {
    ko: {
      message: '{title}: 공급사가 이미지 사용 허락을 거두었습니다.',
      fix: '직접 촬영한 이미지로 바꾸거나 판매를 중지하세요. 감시 화면에서 중지를 승인할 수 있습니다.',
    },
    en: {
      message: '{title}: the supplier withdrew the permission to use its pictures.',
      fix: 'Use your own pictures or stop selling; the Watch screen offers to stop it.',
    },
  },
  WATCH_LICENCE_GRANTED: {
    ko: { message: '{title}: 공급사가 이미지 사용을 허락했습니다.', fix: '할 일은 없습니다.' },
    en: {
      message: '{title}: the supplier now permits the use of its pictures.',
      fix: 'Nothing has to be done.',
    },
  },
  WATCH_TITLE: {
    ko: {
      message: '{title}: 공급사가 상품명을 바꿨습니다(‘{new}’).',
      fix: '다른 상품이 됐을 수 있으니 도매 페이지를 확인하세요. 스토어 상품명은 바꾸지 않습니다.',
    },
    en: {
      message: '{title}: the supplier renamed the item (“{new}”).',
      fix: "Check that it is still the same goods. Your product's name is not changed.",
    },
  },
  WATCH_NOT_CONFIRMED: {
    ko: {
      message: '도매꾹이 이 상품을 돌려주지 않았습니다. 삭제됐다는 말은 없었습니다.',
      fix: '다음 확인 때 다시 묻습니다. 그때까지 상품은 그대로 둡니다.',
    },
    en: {
      message: 'The wholesaler did not return this item, nor say that it is deleted.',
      fix: 'It is asked for again at the next check; until then the product stays.',
    },
  },
  WATCH_SWEEP_STOPPED: {
    ko: {
      message: '한 시간 안에 상품 {count}개가 판매 종료로 보입니다(한도 {limit}개).',
      fix: '도매꾹 장애나 공급사 사정일 수 있어 멈췄습니다. 감시 화면에서 확인한 뒤 중지할 상품만 승인하세요.',
    },
    en: {
      message: '{count} products seem to have ended within an hour (limit {limit}).',
      fix: 'That may be an outage, so nothing was taken down. Check on the Watch screen and approve only those that really ended.',
    },
  },
} as const satisfies CodeTexts;
