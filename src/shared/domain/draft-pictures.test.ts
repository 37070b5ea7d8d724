import type { DraftImages } from '@shared/domain/draft';
import type { MessageCode } from '@shared/texts/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addedToGallery,
  broughtBack,
  type LeftOutPicture,
  leftOut,
  MAX_PRODUCT_PICTURES,
  movedTo,
  returnRuleOf,
} from './draft-pictures';

const images: DraftImages = {
  product: ['front', 'side', 'back'],
  detail: ['one', 'two', 'side'],
  excluded: [],
};
const TEXT_ORDER = ['one', 'two', 'side'];

function withReason(code: MessageCode, url = 'old'): LeftOutPicture {
  return { url, reason: { code, severity: 'ask', field: 'images' } };
}

describe('the gallery', () => {
  it('takes any picture as the representative one and keeps the order of the others', () => {
    expect(movedTo(images, 'back', 0).product).toEqual(['back', 'front', 'side']);
    expect(movedTo(images, 'front', 1).product).toEqual(['side', 'front', 'back']);
  });

  it('does not change for a picture it does not show', () => {
    expect(movedTo(images, 'elsewhere', 0)).toEqual(images);
  });

  it('takes description pictures once each, up to ten', () => {
    expect(addedToGallery(images, 'one').product).toEqual(['front', 'side', 'back', 'one']);
    expect(addedToGallery(images, 'side')).toEqual(images);
    const full = { ...images, product: Array.from({ length: 10 }, (_, index) => `p${index}`) };
    expect(addedToGallery(full, 'one')).toEqual(full);
  });
});

describe('leaving out and bringing back', () => {
  it('lists a picture that is used nowhere any more, and brings it back to its place', () => {
    const without = leftOut(images, 'detail', 'one');
    expect(without.detail).toEqual(['two', 'side']);
    expect(without.excluded).toMatchObject([{ url: 'one', reason: { code: 'PICTURE_LEFT_OUT' } }]);
    const [entry = withReason('PICTURE_LEFT_OUT')] = without.excluded;
    expect(returnRuleOf(without, entry, TEXT_ORDER)).toBe('free');
    expect(broughtBack(without, entry, TEXT_ORDER)).toEqual(images);
  });

  it('does not list a gallery picture that the description still shows', () => {
    const without = leftOut(images, 'product', 'side');
    expect(without).toEqual({ ...images, product: ['front', 'back'] });
  });

  it.each([
    ['PICTURE_OVER_LIMIT', 'free'],
    ['PICTURE_LICENCE_LIMITED', 'confirm'],
    ['PICTURE_NOT_LICENSED', 'never'],
    ['PICTURE_EMBEDDED', 'never'],
    ['PICTURE_ADDRESS_INVALID', 'never'],
  ] as const)('answers %s with "%s"', (code, rule) => {
    expect(returnRuleOf(images, withReason(code), [])).toBe(rule);
  });

  it('has no room in a gallery of ten', () => {
    const full = { ...images, product: Array.from({ length: 10 }, (_, index) => `p${index}`) };
    expect(returnRuleOf(full, withReason('PICTURE_LICENCE_LIMITED'), [])).toBe('full');
  });

  it('never loses or doubles a picture, whatever is left out and brought back', () => {
    const edits = fc.array(
      fc.record({
        place: fc.constantFrom('product', 'detail'),
        at: fc.nat(9),
        isBack: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(edits, (steps) => {
        let current = images;
        for (const { place, at, isBack } of steps) {
          const entry = current.excluded[at];
          const url = current[place][at];
          if (isBack && entry !== undefined) current = broughtBack(current, entry, TEXT_ORDER);
          else if (url !== undefined) current = leftOut(current, place, url);
          const all = [
            ...current.product,
            ...current.detail,
            ...current.excluded.map((e) => e.url),
          ];
          expect(new Set(all)).toEqual(new Set(['front', 'side', 'back', 'one', 'two']));
          expect(new Set(current.product).size).toBe(current.product.length);
          expect(new Set(current.detail).size).toBe(current.detail.length);
          expect(current.product.length).toBeLessThanOrEqual(MAX_PRODUCT_PICTURES);
        }
      }),
    );
  });
});
