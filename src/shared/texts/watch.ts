import type { CodeTexts } from './types';

/** What became of the watcher's writes, and what the store's side told. */
export const watchTexts = {
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
  WATCH_APPLY_LATE: {
    ko: {
      message: '{title}: 아직 스토어에 반영하지 못했습니다.',
      fix: '네이버가 답하지 않아 계속 다시 시도하고 있습니다. 급하면 스마트스토어센터에서 직접 바꾸세요.',
    },
    en: {
      message: '{title}: the store has not been brought up to date yet.',
      fix: 'Naver gives no clear answer; it is tried again until it does. If it is urgent, change it in the seller centre.',
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
