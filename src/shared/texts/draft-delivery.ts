import type { CodeTexts } from './types';

/** Delivery, its fees and the addresses. */
export const draftDeliveryTexts = {
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
