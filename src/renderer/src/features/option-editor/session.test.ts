import type { Draft } from '@shared/domain/draft';
import type { OptionCombination, OptionModel } from '@shared/options/model';
import { mapToNaver } from '@shared/options/naver/map';
import { expect, it } from 'vitest';
import { nextState, shownModel, startEditor } from './editor-state';
import { termsOf, viewOfOptions } from './option-view';
import { isDirty, type OptionSession, startSession } from './session';
import { nextSession } from './session-actions';
import { changeOf, commandsToLearn } from './session-change';

const combination = (
  values: readonly string[],
  priceKrw: number,
  key: string,
): OptionCombination => ({
  values,
  priceKrw,
  stock: 10,
  usable: true,
  sourceKey: key,
});

const whole: OptionModel = {
  type: 'SIMPLE',
  dimensions: [{ name: '옵션', values: ['블랙-S', '블랙-M'] }],
  combinations: [combination(['블랙-S'], 0, '00'), combination(['블랙-M'], 9000, '01')],
  addOns: [],
};

const split: OptionModel = {
  type: 'COMBINATION',
  dimensions: [
    { name: '색상', values: ['블랙'] },
    { name: '사이즈', values: ['S', 'M'] },
  ],
  combinations: [combination(['블랙', 'S'], 0, '00'), combination(['블랙', 'M'], 9000, '01')],
  addOns: [],
};

/** Only what an editing session looks at. */
function draft(version = 1, price: Partial<Draft['content']['price']> = {}): Draft {
  const content = {
    name: '티셔츠',
    category: null,
    unitQuantity: 1,
    price: {
      costKrw: 5000,
      salePriceKrw: 10_000,
      immediateDiscountKrw: 0,
      optionFactor: 1,
      netProfitKrw: 1000,
      marginRate: 0.1,
      resaleMinimumKrw: null,
      ...price,
    },
    options: {
      ...split,
      confidence: 0.95,
      separator: '-',
      steps: [],
      notes: [],
      alternatives: [{ ...whole, confidence: 0.05, separator: null }],
    },
  };
  return { storeId: 'main', itemNo: '63110007', version, content } as unknown as Draft;
}

const terms = (session: OptionSession) =>
  termsOf(session.draft, session.around, { maxCombinations: 500, exceptions: [] });

function repaired(): OptionSession {
  const session = startSession(draft());
  const [repair] = mapToNaver(session.editing.present, terms(session)).repairs;
  if (repair === undefined) throw new TypeError('no repair was offered');
  return nextSession(session, { kind: 'repair', repair });
}

it('shows what is typed in every row and takes it only when it is taken', () => {
  const typed = nextState(startEditor(draft()), {
    kind: 'type',
    command: { kind: 'rename-value', axis: 0, value: '블랙', name: '검정' },
  });
  const { session, typing } = typed;
  expect(shownModel(session.editing, typing).combinations.map(({ values }) => values[0])).toEqual([
    '검정',
    '검정',
  ]);
  expect(isDirty(session)).toBe(false);
  expect(nextState(typed, { kind: 'type', command: null }).typing).toBeNull();
});

it('takes price and options of a repair back together', () => {
  const after = repaired();
  expect(mapToNaver(after.editing.present, terms(after)).problems).toEqual([]);
  expect(after.around.salePriceKrw - after.around.discountKrw).toBe(10_000);
  expect(after.around.discountKrw).toBeGreaterThan(0);
  const undone = nextSession(after, { kind: 'undo' });
  expect([undone.around.salePriceKrw, undone.around.discountKrw]).toEqual([10_000, 0]);
  expect(nextSession(undone, { kind: 'redo' }).around).toEqual(after.around);
});

it('names the price in a save only when a repair moved it', () => {
  const renamed = nextSession(startSession(draft()), {
    kind: 'edit',
    command: { kind: 'rename-dimension', axis: 0, name: '컬러' },
  });
  expect(Object.keys(changeOf(renamed))).toEqual(['options']);
  const { price } = changeOf(repaired());
  expect(price?.salePriceKrw).toBe(repaired().around.salePriceKrw);
});

it('keeps the former reading among the others when another one is saved', () => {
  const chosen = nextSession(startSession(draft()), { kind: 'choose-reading', reading: 1 });
  expect(chosen.editing.present.combinations[1]?.values).toEqual(['블랙-M']);
  const { options } = changeOf(chosen);
  expect(options?.separator).toBeNull();
  expect(options?.alternatives.map(({ separator }) => separator)).toEqual(['-']);
});

it('follows a price that was computed anew at saving, and can still take edits back', () => {
  const edited = nextSession(startSession(draft()), {
    kind: 'edit',
    command: { kind: 'set-price', places: [1], priceKrw: 1000 },
  });
  const saved = nextSession(edited, {
    kind: 'saved',
    draft: draft(2, { salePriceKrw: 11_000 }),
    model: edited.editing.present,
  });
  expect(isDirty(saved)).toBe(false);
  const undone = nextSession(saved, { kind: 'undo' });
  expect(undone.around.salePriceKrw).toBe(11_000);
  expect(undone.editing.present.combinations[1]?.priceKrw).toBe(9000);
  expect(isDirty(undone)).toBe(true);
});

it('forgets the selection when rows come or go, and keeps it while they stay', () => {
  const selected = nextSession(startSession(draft()), { kind: 'select', places: [1], isOn: true });
  const priced = nextSession(selected, {
    kind: 'edit',
    command: { kind: 'set-price', places: [1], priceKrw: 10 },
  });
  expect([...priced.selected]).toEqual([1]);
  const moved = nextSession(priced, {
    kind: 'edit',
    command: { kind: 'mark-add-on', places: [1] },
  });
  expect([...moved.selected]).toEqual([]);
});

it('cuts at a sign that the seller types, as one more reading and one step to take back', () => {
  const start = startSession(draft());
  const cut = nextSession(start, { kind: 'split-at-sign', sign: '-' });
  expect(cut.editing.present.dimensions).toHaveLength(2);
  expect(cut.readings[cut.around.reading]).toMatchObject({ separator: '-', confidence: 1 });
  expect(changeOf(cut).options?.separator).toBe('-');
  expect(commandsToLearn(cut)).toMatchObject([{ kind: 'take-model', from: 'typed-sign' }]);
  const back = nextSession(cut, { kind: 'undo' });
  expect(back.editing.present).toEqual(start.editing.present);
  expect(back.around.reading).toBe(0);
  const none = nextSession(start, { kind: 'split-at-sign', sign: '!' });
  expect([none.refused?.code, none.editing]).toEqual(['OPTIONS_EDIT_NO_SEPARATOR', start.editing]);
});

it('takes a remembered correction as one step and takes it back', () => {
  const start = startSession(draft());
  const [dimension, ...others] = start.editing.present.dimensions;
  if (dimension === undefined) throw new Error('no dimension');
  const model = {
    ...start.editing.present,
    dimensions: [{ ...dimension, name: '컬러' }, ...others],
  };
  const taken = nextSession(start, { kind: 'take-correction', model, separator: '-' });
  expect(taken.editing.present).toEqual(model);
  expect(commandsToLearn(taken)).toMatchObject([{ from: 'correction' }]);
  expect(nextSession(taken, { kind: 'undo' }).editing.present).toBe(start.editing.present);
});

it('shows what the supplier changed until it is saved, and learns what was carried over', () => {
  const renamed = nextSession(startSession(draft()), {
    kind: 'edit',
    command: { kind: 'rename-dimension', axis: 0, name: '컬러' },
  });
  const newer = draft(2);
  const gone = {
    kind: 'removed',
    sourceKey: '9',
    name: '레드',
    before: '레드',
    after: null,
  } as const;
  const options = { ...newer.content.options, supplierChanges: [gone] };
  const changed = { ...newer, content: { ...newer.content, options } };
  expect(startSession(changed).differences).toEqual([gone]);
  expect(changeOf(startSession(changed)).options?.supplierChanges).toBeUndefined();
  const carried = nextSession(renamed, { kind: 'carry-over', draft: changed });
  expect(carried.editing.present.dimensions[0]?.name).toBe('컬러');
  expect(commandsToLearn(carried).map((command) => command.kind)).toEqual([
    'rename-dimension',
    'take-model',
  ]);
  expect(commandsToLearn(nextSession(carried, { kind: 'undo' }))).toEqual([]);
});

it('says why an edit means nothing and leaves everything as it was', () => {
  const session = startSession(draft());
  const refused = nextSession(session, {
    kind: 'edit',
    command: { kind: 'rename-value', axis: 1, value: 'S', name: 'M' },
  });
  expect(refused.refused?.code).toBe('OPTIONS_EDIT_VALUE_EXISTS');
  expect(refused.editing).toBe(session.editing);
});

it('shows rows in the order of the values and marks what breaks a rule', () => {
  const model: OptionModel = {
    ...split,
    dimensions: [
      { name: '색상', values: ['블랙*'] },
      { name: '사이즈', values: ['M', 'S'] },
    ],
    combinations: split.combinations.map((row) => ({
      ...row,
      values: ['블랙*', row.values[1] ?? ''],
    })),
  };
  const session = startSession(draft());
  const { rows, repairs } = viewOfOptions(model, terms(session), 1, new Map([['01', '블랙-M']]));
  expect(rows.map(({ place, sourceText }) => [place, sourceText])).toEqual([
    [1, '블랙-M'],
    [0, null],
  ]);
  expect(rows.map(({ wrongAxes }) => wrongAxes)).toEqual([[0], [0]]);
  expect(rows.map(({ isWrong }) => isWrong)).toEqual([true, false]);
  expect(repairs.map(({ kind }) => kind)).toContain('rename');
});

it('never turns the stock of a bundle into whole sales by a repair', () => {
  const session = startSession(draft());
  const { repairs } = viewOfOptions(split, terms(session), 3, new Map());
  expect(repairs[0]?.model.combinations.map(({ stock }) => stock)).toEqual([10, 10]);
});
