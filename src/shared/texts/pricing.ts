import type { CodeTexts } from './types';

export const pricingTexts = {
  PRICE_NO_SUPPLY_PRICE: {
    ko: {
      message: '도매매 공급가가 없어 판매가를 정할 수 없습니다.',
      fix: '도매매에서 낱개로 파는 다른 상품을 고르거나 공급사에 가격을 확인하세요.',
    },
    en: {
      message: 'There is no Domeme supply price, so no sale price can be set.',
      fix: 'Choose another item that Domeme sells one by one, or ask the supplier for the price.',
    },
  },
  PRICE_RULE_IMPOSSIBLE: {
    ko: {
      message:
        '마진 {marginPercent}%와 수수료 {feePercent}%의 합이 100% 이상이라 가격이 존재하지 않습니다.',
      fix: '설정의 가격 규칙에서 마진을 낮추세요.',
    },
    en: {
      message:
        'Margin {marginPercent}% and fee {feePercent}% leave nothing of the price, so no price exists.',
      fix: 'Lower the margin in the price rules of the settings.',
    },
  },
  PRICE_COST_NEGATIVE: {
    ko: {
      message: '옵션 추가금 {additionKrw}원을 더하면 원가가 0원 아래가 됩니다.',
      fix: '옵션의 추가금을 공급사 페이지와 비교해 고치거나 그 옵션을 끄세요.',
    },
    en: {
      message: 'With the option addition of {additionKrw} won the cost falls below zero.',
      fix: "Compare the option's addition with the supplier's page and correct it, or switch the option off.",
    },
  },
  PRICE_ABOVE_MAXIMUM: {
    ko: {
      message: '계산된 판매가 {salePriceKrw}원이 네이버 최대 판매가 {maxKrw}원을 넘습니다.',
      fix: '마진을 낮추거나 판매가를 직접 입력하세요.',
    },
    en: {
      message:
        'The computed sale price of {salePriceKrw} won is above Naver’s maximum of {maxKrw} won.',
      fix: 'Lower the margin or enter the sale price yourself.',
    },
  },
} as const satisfies CodeTexts;
