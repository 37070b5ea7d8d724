import type { CodeTexts } from './types';

/** Why the watcher asks or holds back instead of following a change. */
export const watchQuestionsTexts = {
  WATCH_NO_LICENCE: {
    ko: {
      message: '이미지 사용 허락이 없어 판매를 멈춘 상품입니다.',
      fix: '직접 촬영한 이미지로 바꿨거나 허락을 받았다면 승인해 다시 파세요.',
    },
    en: {
      message: 'Stopped because its pictures may not be used.',
      fix: 'Approve to sell it again once you use your own pictures or have permission.',
    },
  },
  WATCH_MASS_END: {
    ko: {
      message: '한꺼번에 너무 많은 상품이 판매 종료로 보여 멈췄습니다.',
      fix: '도매 페이지에서 정말 끝났는지 확인한 뒤 승인하세요.',
    },
    en: {
      message: 'Too many products seemed to end at once, so this one waits.',
      fix: 'Check at the wholesaler that it really ended, then approve.',
    },
  },
  WATCH_END_NOT_CLEAR: {
    ko: {
      message: '공급사가 판매를 끝냈다고 분명히 말하지 않았습니다(상태: {status}).',
      fix: '도매 페이지를 확인하고, 팔 수 없으면 중지를 승인하세요.',
    },
    en: {
      message: 'The supplier did not clearly say that the sale ended (status: {status}).',
      fix: "Look at the wholesaler's page; approve stopping if it cannot be bought.",
    },
  },
  WATCH_UNIT_CHANGED: {
    ko: {
      message: '공급사의 판매 단위가 {oldUnit}개에서 {newUnit}개로 바뀌었습니다.',
      fix: '상품명과 가격이 함께 바뀌어야 합니다. 초안에서 다시 준비해 주세요.',
    },
    en: {
      message: "The supplier's order unit changed from {oldUnit} to {newUnit}.",
      fix: 'Name and price have to change together: prepare the draft again.',
    },
  },
  WATCH_PRICE_BOUND: {
    ko: {
      message: '새 판매가 {priceKrw}원이 정해 둔 범위를 벗어납니다.',
      fix: '괜찮으면 승인하고, 아니면 정책의 최저·최고 판매가를 고치세요.',
    },
    en: {
      message: 'The new sale price of {priceKrw} won is outside your bounds.',
      fix: 'Approve it if it is right, or change the bounds in the policy.',
    },
  },
  WATCH_PRICE_LOCKED: {
    ko: {
      message: '직접 정한 판매가라서 자동으로 바꾸지 않습니다.',
      fix: '바꾸려면 승인하세요. 넘기면 지금 가격을 지킵니다.',
    },
    en: {
      message: 'You set this price yourself, so it is not changed unasked.',
      fix: 'Approve to change it; dismiss to keep your price.',
    },
  },
  WATCH_LOCKED: {
    ko: {
      message: '직접 정한 부분이라서 자동으로 바꾸지 않습니다.',
      fix: '바꾸려면 승인하거나 잠금을 푸세요.',
    },
    en: {
      message: 'You decide about this part yourself, so it is not changed unasked.',
      fix: 'Approve to change it, or remove the lock.',
    },
  },
  WATCH_CHANGED_BY_HAND: {
    ko: {
      message: '스마트스토어에서 직접 바꾼 값({theirs})이 있어 덮어쓰지 않았습니다.',
      fix: '우리 값({ours})으로 되돌릴지, 스토어 값을 지킬지 정하세요.',
    },
    en: {
      message: 'The store holds a value changed by hand ({theirs}), so it was not overwritten.',
      fix: 'Decide whether to restore ours ({ours}) or keep theirs.',
    },
  },
  WATCH_DELIVERY_BY_HAND: {
    ko: {
      message: '배송비는 구매자에게 따로 받으므로 판매가로 맞출 수 없습니다.',
      fix: '스마트스토어에서 배송비를 직접 바꿔 주세요.',
    },
    en: {
      message: 'Buyers pay delivery apart, so the sale price cannot follow.',
      fix: 'Change the delivery fee at SmartStore.',
    },
  },
  WATCH_OPTION_WINDOW: {
    ko: {
      message: '새 옵션가가 네이버가 허용하는 범위를 벗어납니다(판매가 {priceKrw}원).',
      fix: '초안에서 할인 재분할을 쓰거나 옵션을 나눠 주세요.',
    },
    en: {
      message: 'The new option prices are outside of what Naver allows at {priceKrw} won.',
      fix: 'Use the discount re-split in the draft, or split the product.',
    },
  },
  WATCH_LOSS: {
    ko: {
      message: '지금 판매가로 팔면 한 건에 {lossKrw}원 손해입니다.',
      fix: '새 판매가를 승인하거나 판매를 중지하세요.',
    },
    en: {
      message: 'At the present sale price every sale loses {lossKrw} won.',
      fix: 'Approve the new sale price or stop selling.',
    },
  },
  WATCH_BELOW_FLOOR: {
    ko: {
      message: '판매가가 공급사의 최저 재판매가 {floorKrw}원보다 낮습니다.',
      fix: '새 판매가를 승인하세요.',
    },
    en: {
      message: "The sale price is below the supplier's lowest resale price of {floorKrw} won.",
      fix: 'Approve the new sale price.',
    },
  },
  WATCH_POLICY_ASKS: {
    ko: { message: '정책에 따라 승인을 기다립니다.', fix: '마진을 보고 승인하거나 넘기세요.' },
    en: {
      message: 'Your policy asks for approval.',
      fix: 'Check the margin, then approve or dismiss.',
    },
  },
  WATCH_KILL_SWITCH: {
    ko: {
      message: '비상 정지가 켜져 있어 스토어에 쓰지 않았습니다.',
      fix: '감시 화면에서 비상 정지를 끄면 이어서 반영합니다.',
    },
    en: {
      message: 'The emergency stop is on, so nothing was written.',
      fix: 'Switch it off on the Watch screen and it goes on.',
    },
  },
  WATCH_NO_PRICE: {
    ko: {
      message: '새 도매가로는 판매가를 정할 수 없습니다.',
      fix: '가격 규칙(마진·수수료)을 확인하거나 초안에서 가격을 직접 정하세요.',
    },
    en: {
      message: 'No sale price follows from the new wholesale price.',
      fix: 'Check the price rule, or set the price in the draft.',
    },
  },
  WATCH_APPROVAL_GONE: {
    ko: {
      message: '이미 처리됐거나 새 변경으로 바뀐 승인 요청입니다.',
      fix: '목록을 다시 보고 새 요청을 확인하세요.',
    },
    en: {
      message: 'This request was settled, or a newer change took its place.',
      fix: 'Look at the list again.',
    },
  },
} as const satisfies CodeTexts;
