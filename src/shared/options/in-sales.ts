import type { OptionModel } from './model';

/** The options in units of sale: a bundle of five needs five pieces in stock. */
export function inSales<Model extends OptionModel>(model: Model, unitQuantity: number): Model {
  if (unitQuantity === 1) return model;
  const inUnits = <Row extends { readonly stock: number; readonly usable: boolean }>(
    row: Row,
  ): Row => {
    const stock = Math.floor(row.stock / unitQuantity);
    return { ...row, stock, usable: row.usable && stock > 0 };
  };
  return {
    ...model,
    combinations: model.combinations.map(inUnits),
    addOns: model.addOns.map(inUnits),
  };
}
