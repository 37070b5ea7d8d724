import { textOf } from '@shared/texts/catalogue';
import { describe, expect, it } from 'vitest';
import type { ErrorAnswer, InvalidInput } from './answer';
import { draftFieldOf, rejectionReasons } from './rejection';

function answer(invalidInputs: readonly Partial<InvalidInput>[], message = '일반'): ErrorAnswer {
  return {
    kind: 'error',
    status: 400,
    code: 'BAD_REQUEST',
    message,
    invalidInputs: invalidInputs.map((input) => ({
      name: null,
      type: null,
      message: null,
      ...input,
    })),
    traceId: null,
    quotaPeriod: null,
  };
}

const OPTIONS = 'originProduct.detailAttribute.optionInfo.optionCombinations';

describe('rejection reasons', () => {
  it.each<[Partial<InvalidInput>, string, string]>([
    [{ name: 'originProduct.salePrice', type: 'NotNull' }, 'NAVER_REJECTED_REQUIRED', 'price'],
    [{ name: 'originProduct.name', type: 'NotEmpty' }, 'NAVER_REJECTED_REQUIRED', 'name'],
    [
      { name: 'originProduct.deliveryInfo.deliveryFee.baseFee', type: 'NumberMax' },
      'NAVER_REJECTED_TOO_LARGE',
      'delivery',
    ],
    [
      { name: 'smartstoreChannelProduct.channelProductDisplayStatusType', type: 'NotValidEnum' },
      'NAVER_REJECTED_CHOICE',
      'smartstoreChannelProduct.channelProductDisplayStatusType',
    ],
    [
      { name: 'originProduct.detailAttribute.originAreaInfo.originAreaCode', type: 'NotValid' },
      'NAVER_REJECTED_ORIGIN',
      'origin',
    ],
    [
      { name: 'originProduct.detailAttribute.seoInfo.sellerTags', type: 'Restricted.sellerTags' },
      'NAVER_REJECTED_TAG',
      'tags',
    ],
    [{ type: 'NotValid.recommendTags.text' }, 'NAVER_REJECTED_TAG_PAIR', 'tags'],
    [{ name: OPTIONS, type: 'Duplicated' }, 'NAVER_REJECTED_OPTION_DUPLICATE', 'options'],
    [
      { message: '옵션값 항목에 등록불가인 특수문자가 포함되어 있습니다. \\ * ? " < >' },
      'NAVER_REJECTED_OPTION_CHARACTER',
      'options',
    ],
    [
      {
        name: 'originProduct.stockQuantity',
        message:
          '조합형 옵션 상품인 경우 상품의 재고수량과 조합형옵션 재고수량의 합은 같아야 합니다.',
      },
      'NAVER_REJECTED_OPTION_STOCK',
      'options',
    ],
    [
      { message: '존재하지 않는 옵션id가 있습니다. (optionId : 5)' },
      'NAVER_REJECTED_OPTION_ID',
      'options',
    ],
    [
      { name: 'originProduct.images.optionalImages[0].url', type: 'InvalidImageUrl' },
      'NAVER_REJECTED_IMAGE_ADDRESS',
      'images',
    ],
    [{ type: 'NotAuthority.product.category.id' }, 'NAVER_REJECTED_CATEGORY_RIGHT', 'category'],
    [
      { type: 'Empty.product.detailAttribute.certificationInfos.kindType' },
      'NAVER_REJECTED_CERTIFICATION',
      'certification',
    ],
    [
      { name: 'originProduct.detailAttribute.productInfoProvidedNotice.wear.size', type: 'Odd' },
      'NAVER_REJECTED_NOTICE',
      'notice',
    ],
    [{ type: 'toString' }, 'NAVER_REJECTED', ''],
  ])('read %o as %s of %o', (input, code, field) => {
    const [reason] = rejectionReasons(answer([input]));
    expect(reason).toMatchObject({ code, severity: 'block' });
    expect(reason?.field ?? '').toBe(field);
    expect(reason?.verbatim).toBe(input.message ?? '일반');
  });

  it('are one with the general message when no entry is named, and never none', () => {
    expect(rejectionReasons(answer([], '지원하지 않는 API Version 입니다.'))).toMatchObject([
      { code: 'NAVER_REJECTED', verbatim: '지원하지 않는 API Version 입니다.' },
    ]);
    expect(rejectionReasons(answer([], ''))).toHaveLength(1);
  });

  it('are complete sentences in both languages', () => {
    const input = { name: `${OPTIONS}[3].optionName1`, type: 'Strange', message: '이상함' };
    const [reason] = rejectionReasons(answer([input]));
    for (const language of ['ko', 'en'] as const) {
      const text = textOf(reason?.code ?? 'NAVER_REJECTED', language, reason?.params);
      expect(text.message).toContain('이상함');
      expect(text.message + text.fix).not.toMatch(/\{\w+\}/);
    }
  });
});

describe('draft field of a path', () => {
  it('is found with and without array indices, by whole names only', () => {
    expect(draftFieldOf(`${OPTIONS}[12].price`)).toBe('options');
    expect(draftFieldOf(`${OPTIONS}.price`)).toBe('options');
    expect(draftFieldOf('originProduct.nameless')).toBeNull();
    expect(
      draftFieldOf('originProduct.detailAttribute.naverShoppingSearchInfo.manufacturerName'),
    ).toBe('manufacturer');
    expect(draftFieldOf('originProduct.detailAttribute.naverShoppingSearchInfo.brandId')).toBe(
      'brand',
    );
  });
});
