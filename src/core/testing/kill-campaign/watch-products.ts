import type { ItemNo } from '@shared/domain/ids';
import { type PlantedProduct, selectOptOf } from '../../sync/watch-fixture';
import { anItemNo, type WholesaleItemOverrides } from '../wholesale-item';

/** A registered product, and what becomes of its item while nobody looks. */
export interface CampaignProduct {
  readonly itemNo: ItemNo;
  readonly product: PlantedProduct;
  readonly change: WholesaleItemOverrides;
}

/** One of each way of writing: many at once for price, stock and end, and a product with options alone. */
export const CAMPAIGN_PRODUCTS: readonly CampaignProduct[] = [
  {
    itemNo: anItemNo('20000001'),
    product: {},
    change: { supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw: 6000 }] },
  },
  { itemNo: anItemNo('20000002'), product: {}, change: { inventory: 0 } },
  {
    itemNo: anItemNo('20000003'),
    product: {},
    change: { status: 'sale-ended', statusText: '판매종료' },
  },
  {
    itemNo: anItemNo('20000004'),
    product: { options: [{ name: '블랙' }, { name: '화이트' }] },
    change: { selectOpt: selectOptOf([{ name: '블랙' }, { name: '화이트', stock: 0 }]) },
  },
];
