import type { OptionReading } from '@shared/options/model';

/** The reading in units of sale: a bundle of five needs five pieces in stock. */
export function sellableOptions(reading: OptionReading, unitQuantity: number): OptionReading {
  if (unitQuantity === 1) return reading;
  const inSales = <Row extends { readonly stock: number; readonly usable: boolean }>(
    row: Row,
  ): Row => {
    const stock = Math.floor(row.stock / unitQuantity);
    return { ...row, stock, usable: row.usable && stock > 0 };
  };
  return {
    ...reading,
    combinations: reading.combinations.map(inSales),
    addOns: reading.addOns.map(inSales),
  };
}
