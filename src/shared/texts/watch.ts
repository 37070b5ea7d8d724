import type { CodeTexts } from './types';

export const watchTexts = {
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
      message: '{title}: only {new} are left at the wholesaler.',
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
  WATCH_NO_LICENCE: {
    ko: {
      message: '이미지 사용 허락이 없어 판매를 멈춘 상품입니다.',
      fix: '이미지를 직접 찍은 것으로 바꿨거나 허락을 받았다면 승인해 다시 파세요.',
    },
    en: {
      message: 'Stopped because its pictures may not be used.',
      fix: 'Approve to sell it again once you use your own pictures or have permission.',
    },
  },
  WATCH_LICENCE_WITHDRAWN: {
    ko: {
      message: '{title}: 공급사가 이미지 사용 허락을 거두었습니다.',
      fix: '내 사진으로 바꾸거나 판매를 중지하세요. 감시 화면에서 중지를 승인할 수 있습니다.',
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
  WATCH_APPLY_FAILED: {
    ko: {
      message: '{title}: 스토어에 반영하지 못했습니다.',
      fix: '감시 화면에서 이유를 보고, 고친 뒤 다시 승인하세요.',
    },
    en: {
      message: '{title}: the store could not be brought up to date.',
      fix: 'See the reason on the Watch screen, solve it and approve again.',
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
    ko: { message: '정책에 따라 먼저 여쭙니다.', fix: '마진을 보고 승인하거나 넘기세요.' },
    en: { message: 'Your policy asks first.', fix: 'Look at the margin, then approve or dismiss.' },
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
  WATCH_NOT_WRITTEN: {
    ko: {
      message: '스토어에 쓴 값이 그대로 남아 있지 않습니다({field}: {sent} → {kept}).',
      fix: '스마트스토어에서 상품을 확인한 뒤 다시 승인하세요.',
    },
    en: {
      message: 'The store did not keep what was written ({field}: {sent} → {kept}).',
      fix: 'Look at the product at SmartStore, then approve again.',
    },
  },
  WATCH_PRODUCT_MISSING: {
    ko: {
      message: '스마트스토어에 상품이 없습니다.',
      fix: '직접 지웠다면 할 일이 없습니다. 아니라면 스마트스토어센터에서 확인하세요.',
    },
    en: {
      message: 'The product is no longer at SmartStore.',
      fix: 'Nothing to do if you deleted it; otherwise check the seller centre.',
    },
  },
  WATCH_SAME_REFUSED: {
    ko: {
      message: '네이버가 거절한 것과 같은 내용이라 다시 보내지 않았습니다.',
      fix: '거절 이유를 해결한 뒤 다시 승인하세요.',
    },
    en: {
      message: 'It is what Naver refused before, so it was not sent again.',
      fix: 'Solve the reason of the refusal, then approve again.',
    },
  },
  WATCH_OTHER_WORKER: {
    ko: {
      message: '다른 창이나 프로그램이 이미 상품을 감시하고 있습니다.',
      fix: '그 프로그램에서 확인하거나, 먼저 종료한 뒤 다시 실행하세요.',
    },
    en: {
      message: 'Another window or program already watches the products.',
      fix: 'Use that one, or end it first and try again.',
    },
  },
  WATCH_SUSPENDED_OUTSIDE: {
    ko: {
      message: '{title}: 스마트스토어에서 판매가 중지돼 있습니다.',
      fix: '직접 중지했다면 그대로 두고, 아니면 감시 화면에서 되돌리세요.',
    },
    en: {
      message: '{title}: the product is suspended at SmartStore.',
      fix: 'Leave it if you did that, or restore it on the Watch screen.',
    },
  },
  WATCH_CHANGED_OUTSIDE: {
    ko: {
      message: '{title}: 스마트스토어에서 값이 직접 바뀌었습니다({ours} → {theirs}).',
      fix: '감시 화면에서 우리 값, 스토어 값, 공급사 값을 비교하고 고르세요.',
    },
    en: {
      message: '{title}: a value was changed by hand at SmartStore ({ours} → {theirs}).',
      fix: "Compare ours, theirs and the supplier's on the Watch screen, and choose.",
    },
  },
  WATCH_MISSING_OUTSIDE: {
    ko: {
      message: '{title}: 스마트스토어에서 상품이 사라졌습니다.',
      fix: '직접 지우지 않았다면 스마트스토어센터에서 확인하세요.',
    },
    en: {
      message: '{title}: the product is gone from SmartStore.',
      fix: 'Check the seller centre if you did not delete it.',
    },
  },
  WATCH_INSPECTION: {
    ko: {
      message: '{title}: 네이버 상품 검수에 걸렸습니다. {says}',
      fix: '지금 바로 스마트스토어센터에서 소명하거나 고치세요. 늦으면 판매 금지가 길어집니다.',
    },
    en: {
      message: "{title}: Naver's inspection blocked the product. {says}",
      fix: 'Answer or correct it in the seller centre now; the block lasts until you do.',
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
  WATCH_NOT_WATCHED: {
    ko: {
      message: '감시하는 상품이 아닙니다({itemNo}).',
      fix: '스토어에 등록된 상품만 감시합니다. 번호를 확인하세요.',
    },
    en: {
      message: 'Item {itemNo} is not under watch.',
      fix: 'Only products registered in the store are watched. Check the number.',
    },
  },
} as const satisfies CodeTexts;
