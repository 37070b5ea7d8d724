import { describe, expect, it } from 'vitest';
import type { OptionModel } from '../model';
import { carryEditsOver } from './carry-over';

type Rows = Readonly<
  Record<string, readonly [values: string, priceKrw?: number, stock?: number, usable?: boolean]>
>;

function model(names: readonly string[], rows: Rows): OptionModel {
  const combinations = Object.entries(rows).map(
    ([sourceKey, [values, priceKrw = 0, stock = 10, usable = true]]) => ({
      values: values.split('|'),
      priceKrw,
      stock,
      usable,
      sourceKey,
    }),
  );
  return {
    type: names.length > 1 ? 'COMBINATION' : 'SIMPLE',
    dimensions: names.map((name, axis) => ({
      name,
      values: [...new Set(combinations.map((row) => row.values[axis] ?? ''))],
    })),
    combinations,
    addOns: [],
  };
}

const NAMES = ['색상', '사이즈'];
const BASE = model(NAMES, { '00': ['블랙|S'], '01': ['블랙|M', 500], '02': ['화이트|S'] });
const EDITED = model(['컬러', '사이즈'], {
  '00': ['검정|S'],
  '01': ['검정|M', 500],
  '02': ['화이트|S'],
});

describe('carryEditsOver', () => {
  it('changes nothing when the supplier changed nothing', () => {
    expect(carryEditsOver(BASE, EDITED, BASE)).toEqual({
      model: EDITED,
      differences: [],
      reasons: [],
    });
  });

  it('keeps names and takes price, stock and state of the supplier', () => {
    const fresh = model(NAMES, {
      '00': ['블랙|S', 0, 3],
      '01': ['블랙|M', 700],
      '02': ['화이트|S', 0, 0, false],
    });
    const { model: carried, differences } = carryEditsOver(BASE, EDITED, fresh);
    expect(carried.dimensions.map((dimension) => dimension.name)).toEqual(['컬러', '사이즈']);
    expect(
      carried.combinations.map((row) => [
        row.values.join('|'),
        row.priceKrw,
        row.stock,
        row.usable,
      ]),
    ).toEqual([
      ['검정|S', 0, 3, true],
      ['검정|M', 700, 10, true],
      ['화이트|S', 0, 0, false],
    ]);
    expect(
      differences.map(({ kind, sourceKey, before, after }) => [kind, sourceKey, before, after]),
    ).toEqual([
      ['stock', '00', 10, 3],
      ['price', '01', 500, 700],
      ['stock', '02', 10, 0],
      ['usable', '02', true, false],
    ]);
  });

  it('calls a new option what the seller calls its values', () => {
    const fresh = model(NAMES, {
      '00': ['블랙|S'],
      '01': ['블랙|M', 500],
      '02': ['화이트|S'],
      '03': ['블랙|L', 900],
    });
    const { model: carried, differences } = carryEditsOver(BASE, EDITED, fresh);
    expect(carried.combinations.at(-1)).toMatchObject({
      values: ['검정', 'L'],
      priceKrw: 900,
      sourceKey: '03',
    });
    expect(carried.dimensions[1]?.values).toEqual(['S', 'M', 'L']);
    expect(differences).toEqual([
      { kind: 'added', sourceKey: '03', name: '블랙 / L', before: null, after: '블랙 / L' },
    ]);
  });

  it('takes out what the supplier no longer lists, and says so', () => {
    const { model: carried, differences } = carryEditsOver(
      BASE,
      EDITED,
      model(NAMES, { '00': ['블랙|S'], '01': ['블랙|M', 500] }),
    );
    expect(carried.combinations.map((row) => row.sourceKey)).toEqual(['00', '01']);
    expect(carried.dimensions[0]?.values).toEqual(['검정']);
    expect(differences.map(({ kind, sourceKey }) => [kind, sourceKey])).toEqual([
      ['removed', '02'],
    ]);
  });

  it('leaves own prices and hidden options as the seller set them', () => {
    const own = model(['컬러', '사이즈'], {
      '00': ['검정|S', 0, 10, false],
      '01': ['검정|M', 990],
      '02': ['화이트|S'],
    });
    const fresh = model(NAMES, {
      '00': ['블랙|S'],
      '01': ['블랙|M', 700],
      '02': ['화이트|S', 200],
    });
    const { model: carried } = carryEditsOver(BASE, own, fresh);
    expect(carried.combinations.map((row) => [row.priceKrw, row.usable])).toEqual([
      [0, false],
      [990, true],
      [200, true],
    ]);
  });

  it('keeps another base option when prices move', () => {
    const rebased = model(NAMES, {
      '00': ['블랙|S', -500],
      '01': ['블랙|M', 0],
      '02': ['화이트|S', -500],
    });
    const fresh = model(NAMES, { '00': ['블랙|S'], '01': ['블랙|M', 600], '02': ['화이트|S'] });
    expect(
      carryEditsOver(BASE, rebased, fresh).model.combinations.map((row) => row.priceKrw),
    ).toEqual([-500, 100, -500]);
  });

  it('adds what has no place in the new structure switched off, and asks', () => {
    const base = model(['옵션'], { '00': ['블랙-S'], '01': ['블랙-M'] });
    const split = model(NAMES, { '00': ['블랙|S'], '01': ['블랙|M'] });
    const fresh = model(['옵션'], { '00': ['블랙-S'], '01': ['블랙-M'], '02': ['랜덤발송'] });
    const { model: carried, reasons } = carryEditsOver(base, split, fresh);
    expect(carried.combinations.at(-1)).toMatchObject({
      values: ['랜덤발송', '단일'],
      usable: false,
      sourceKey: '02',
    });
    expect(reasons.map((reason) => reason.code)).toEqual(['OPTIONS_NEW_NOT_PLACED']);
  });
});
