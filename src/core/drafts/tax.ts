import type { DraftContent } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import { type Decision, step } from './decision';

/** Tax class from the supplier's; zero rate and unknown have no counterpart and are put to the seller. */
export function planTax(tax: WholesaleItem['tax']): Decision<DraftContent['taxType']> {
  switch (tax) {
    case 'taxable':
      return { value: 'TAX', reasons: [], steps: [step('과세상품', 'Taxable item')] };
    case 'exempt':
      return { value: 'DUTYFREE', reasons: [], steps: [step('면세상품', 'Tax-exempt item')] };
    case 'zero-rate':
    case 'unknown':
      return {
        value: 'TAX',
        reasons: [
          { code: 'DRAFT_TAX_UNCLEAR', severity: 'ask', field: 'taxType', params: { tax } },
        ],
        steps: [],
      };
  }
}
