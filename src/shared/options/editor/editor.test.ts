import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionModel } from '../model';
import type { OptionCommand } from './commands';
import {
  commandsOf,
  edit,
  type OptionEditing,
  previewAtNaver,
  redo,
  startEditing,
  undo,
} from './editor';

function grid(colours: readonly string[], sizes: readonly string[]): OptionModel {
  return {
    type: 'COMBINATION',
    dimensions: [
      { name: '색상', values: colours },
      { name: '사이즈', values: sizes },
    ],
    combinations: colours.flatMap((colour, row) =>
      sizes.map((size, column) => ({
        values: [colour, size],
        priceKrw: column * 500,
        stock: 10,
        usable: true,
        sourceKey: `${row}_${column}`,
      })),
    ),
    addOns: [{ name: '파우치', priceKrw: -1000, stock: 3, usable: true, sourceKey: '9' }],
  };
}

const START = grid(['블랙', '화이트'], ['S', 'M']);
const TERMS = {
  salePriceKrw: 20_000,
  discountKrw: 0,
  optionFactor: 1,
  maxCombinations: 500,
  isPriceWindowExempt: false,
  isBook: false,
};

function edited(...commands: readonly OptionCommand[]): OptionModel {
  return run(startEditing(START), commands).present;
}

function run(editing: OptionEditing, commands: readonly OptionCommand[]): OptionEditing {
  let current = editing;
  for (const command of commands) {
    const result = edit(current, command);
    if (result.refused !== null) throw new Error(result.refused.code);
    current = result.editing;
  }
  return current;
}

const names = (model: OptionModel): readonly string[] =>
  model.dimensions.map((dimension) => dimension.name);
const tuples = (model: OptionModel): readonly string[] =>
  model.combinations.map((entry) => entry.values.join('|'));

describe('option commands', () => {
  it('rename dimensions and values everywhere', () => {
    const model = edited(
      { kind: 'rename-dimension', axis: 0, name: '컬러' },
      { kind: 'rename-value', axis: 0, value: '블랙', name: '검정' },
    );
    expect(names(model)).toEqual(['컬러', '사이즈']);
    expect(model.dimensions[0]?.values).toEqual(['검정', '화이트']);
    expect(tuples(model)).toEqual(['검정|S', '검정|M', '화이트|S', '화이트|M']);
  });

  it('merge values and mark, not drop, what is then double', () => {
    const editing = run(startEditing(START), [
      { kind: 'merge-values', axis: 1, value: 'M', into: 'S' },
    ]);
    expect(editing.present.combinations).toHaveLength(4);
    expect(previewAtNaver(editing, TERMS).problems.map((problem) => problem.code)).toContain(
      'OPTIONS_COMBINATION_TWICE',
    );
  });

  it('split a value by rows', () => {
    const model = edited({
      kind: 'split-value',
      axis: 0,
      value: '블랙',
      places: [1],
      name: '진블랙',
    });
    expect(model.dimensions[0]?.values).toEqual(['블랙', '진블랙', '화이트']);
    expect(tuples(model)[1]).toBe('진블랙|M');
  });

  it('reorder dimensions and values', () => {
    const model = edited(
      { kind: 'move-dimension', axis: 1, to: 0 },
      { kind: 'move-value', axis: 1, value: '화이트', to: 0 },
    );
    expect(names(model)).toEqual(['사이즈', '색상']);
    expect(model.dimensions[1]?.values).toEqual(['화이트', '블랙']);
    expect(tuples(model)[0]).toBe('S|블랙');
  });

  it('merge dimensions and split them again', () => {
    const merged = edited({ kind: 'merge-dimensions', axis: 0, joiner: '/' });
    expect(merged.type).toBe('SIMPLE');
    expect(tuples(merged)).toEqual(['블랙/S', '블랙/M', '화이트/S', '화이트/M']);
    const split = edited(
      { kind: 'merge-dimensions', axis: 0, joiner: '/' },
      { kind: 'split-dimension', axis: 0, separator: '/', names: ['색상', '사이즈'] },
    );
    expect(split).toEqual(START);
  });

  it('change the type', () => {
    expect(edited({ kind: 'set-type', type: 'SIMPLE' }).dimensions[0]?.name).toBe('색상/사이즈');
    const independent = edited({ kind: 'set-type', type: 'INDEPENDENT' });
    expect([independent.type, independent.addOns.length, independent.combinations.length]).toEqual([
      'INDEPENDENT',
      5,
      0,
    ]);
    const back = edited(
      { kind: 'set-type', type: 'INDEPENDENT' },
      { kind: 'set-type', type: 'SIMPLE' },
    );
    expect([back.type, back.combinations.length]).toEqual(['SIMPLE', 5]);
  });

  it('edit price, stock and visibility in bulk', () => {
    const model = edited(
      { kind: 'set-price', places: [0, 1], priceKrw: 700 },
      { kind: 'add-price', places: [1, 2], deltaKrw: 100 },
      { kind: 'set-stock', places: [3], stock: 1 },
      { kind: 'set-usable', places: [0], usable: false },
    );
    expect(model.combinations.map((entry) => [entry.priceKrw, entry.stock, entry.usable])).toEqual([
      [700, 10, false],
      [800, 10, true],
      [100, 10, true],
      [500, 1, true],
    ]);
  });

  it('move options to the add-ons and keep price, stock and key', () => {
    const model = edited(
      { kind: 'mark-add-on', places: [3] },
      { kind: 'rename-add-on', place: 1, name: '여분' },
    );
    expect(model.addOns[1]).toEqual({
      name: '여분',
      priceKrw: 500,
      stock: 10,
      usable: true,
      sourceKey: '1_1',
    });
    expect(model.combinations).toHaveLength(3);
  });

  it.each<[string, OptionCommand]>([
    ['OPTIONS_EDIT_NO_DIMENSION', { kind: 'rename-dimension', axis: 2, name: 'x' }],
    ['OPTIONS_EDIT_NO_VALUE', { kind: 'rename-value', axis: 0, value: '없음', name: 'x' }],
    ['OPTIONS_EDIT_VALUE_EXISTS', { kind: 'rename-value', axis: 0, value: '블랙', name: '화이트' }],
    ['OPTIONS_EDIT_NO_ROW', { kind: 'set-stock', places: [4], stock: 1 }],
    [
      'OPTIONS_EDIT_NO_SEPARATOR',
      { kind: 'split-dimension', axis: 0, separator: '-', names: ['a', 'b'] },
    ],
    ['OPTIONS_EDIT_STILL_A_CHOICE', { kind: 'set-type', type: 'NONE' }],
    ['OPTIONS_EDIT_NEEDS_ONE_DIMENSION', { kind: 'unmark-add-on', places: [0] }],
  ])('are refused with %s and change nothing', (code, command) => {
    const editing = startEditing(START);
    const result = edit(editing, command);
    expect(result.refused?.code).toBe(code);
    expect(result.editing).toBe(editing);
  });
});

const axis = fc.integer({ min: 0, max: 2 });
const places = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 });
const value = fc.constantFrom('블랙', '화이트', 'S', 'M', '블랙/S');
const name = fc.constantFrom('가', '나', '블랙', '');
const anyCommand: fc.Arbitrary<OptionCommand> = fc.oneof(
  fc.record({ kind: fc.constant('rename-dimension' as const), axis, name }),
  fc.record({ kind: fc.constant('rename-value' as const), axis, value, name }),
  fc.record({ kind: fc.constant('merge-values' as const), axis, value, into: value }),
  fc.record({ kind: fc.constant('split-value' as const), axis, value, places, name }),
  fc.record({ kind: fc.constant('move-dimension' as const), axis, to: axis }),
  fc.record({ kind: fc.constant('move-value' as const), axis, value, to: axis }),
  fc.record({ kind: fc.constant('merge-dimensions' as const), axis, joiner: fc.constant('/') }),
  fc.record({
    kind: fc.constant('split-dimension' as const),
    axis,
    separator: fc.constant('/'),
    names: fc.tuple(name, name),
  }),
  fc.record({
    kind: fc.constant('set-type' as const),
    type: fc.constantFrom('NONE' as const, 'SIMPLE' as const, 'INDEPENDENT' as const),
  }),
  fc.record({
    kind: fc.constant('set-price' as const),
    places,
    priceKrw: fc.integer({ min: -5000, max: 5000 }),
  }),
  fc.record({ kind: fc.constant('set-usable' as const), places, usable: fc.boolean() }),
  fc.record({ kind: fc.constant('mark-add-on' as const), places }),
  fc.record({ kind: fc.constant('unmark-add-on' as const), places }),
);

describe('editing', () => {
  it('is undone to exactly what was there, and redone to exactly what came of it', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        let editing = startEditing(START);
        for (const command of commands) editing = edit(editing, command).editing;
        const steps = commandsOf(editing).length;
        let undone = editing;
        for (let step = 0; step < steps; step += 1) undone = undo(undone);
        expect(undone.present).toBe(START);
        let redone = undone;
        for (let step = 0; step < steps; step += 1) redone = redo(redone);
        expect(redone.present).toEqual(editing.present);
        expect(redone.future).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('neither loses nor makes an option, and stays whole or is marked', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        let editing = startEditing(START);
        for (const command of commands) editing = edit(editing, command).editing;
        const { combinations, addOns, dimensions } = editing.present;
        const keys = [...combinations, ...addOns].map((entry) => entry.sourceKey).sort();
        expect(keys).toEqual(['0_0', '0_1', '1_0', '1_1', '9']);
        expect(combinations.every((entry) => entry.values.length === dimensions.length)).toBe(true);
        for (const [place, dimension] of dimensions.entries()) {
          expect(new Set(combinations.map((entry) => entry.values[place]))).toEqual(
            new Set(dimension.values),
          );
        }
        const tupleCount = new Set(combinations.map((entry) => JSON.stringify(entry.values))).size;
        const codes = previewAtNaver(editing, TERMS).problems.map((problem) => problem.code);
        if (dimensions.length > 0 && tupleCount < combinations.length)
          expect(codes).toContain('OPTIONS_COMBINATION_TWICE');
      }),
      { numRuns: 300 },
    );
  });

  it('forgets what could be redone when a new command comes', () => {
    let editing = run(startEditing(START), [{ kind: 'rename-dimension', axis: 0, name: 'a' }]);
    editing = edit(undo(editing), { kind: 'rename-dimension', axis: 0, name: 'b' }).editing;
    expect(redo(editing)).toBe(editing);
    expect(undo(startEditing(START)).present).toBe(START);
  });

  it('shows a broken rule and takes its repair like any other command', () => {
    const broken = run(startEditing(START), [
      { kind: 'add-price', places: [0, 1, 2, 3], deltaKrw: 1000 },
    ]);
    const preview = previewAtNaver(broken, TERMS);
    expect(preview.problems.map((problem) => problem.code)).toEqual(['OPTIONS_NO_ZERO_PRICE']);
    const [repair] = preview.repairs;
    if (repair === undefined) throw new Error('no repair');
    const { model } = repair;
    const repaired = run(broken, [
      {
        kind: 'take-model',
        separator: null,
        model: structuredClone(model) as never,
        from: 'repair',
      },
    ]);
    expect(
      previewAtNaver(repaired, { ...TERMS, salePriceKrw: repair.salePriceKrw }).problems,
    ).toEqual([]);
    expect(undo(repaired).present).toBe(broken.present);
  });
});
