import type { Reason } from '../../domain/reason';
import type { MessageCode } from '../../texts/catalogue';
import type {
  OptionAddOn,
  OptionCombination,
  OptionDimension,
  OptionModel,
  OptionType,
} from '../model';
import type { OptionCommand } from './commands';

/** The model after a command, or why the command means nothing here. A refused command changes nothing. */
export type CommandOutcome =
  | { readonly kind: 'applied'; readonly model: OptionModel }
  | { readonly kind: 'refused'; readonly reason: Reason };

const AXES_MAX = 3;
const DEFAULT_NAME = '옵션';

/** Applies one command. Pure; no combination is ever added or lost, except that they move to the add-ons and back. */
export function applyCommand(model: OptionModel, command: OptionCommand): CommandOutcome {
  switch (command.kind) {
    case 'rename-dimension':
      return onAxis(model, command.axis, (dimension) =>
        withDimension(model, command.axis, { ...dimension, name: command.name.trim() }),
      );
    case 'rename-value':
      return onValue(model, command.axis, command.value, (dimension) => {
        const renamed = command.name.trim();
        if (renamed === command.value) return model;
        if (dimension.values.includes(renamed)) return 'OPTIONS_EDIT_VALUE_EXISTS';
        return replaceValue(model, command.axis, command.value, renamed);
      });
    case 'merge-values':
      return onValue(model, command.axis, command.value, (dimension) => {
        if (!dimension.values.includes(command.into)) return 'OPTIONS_EDIT_NO_VALUE';
        return replaceValue(model, command.axis, command.value, command.into);
      });
    case 'split-value':
      return onValue(model, command.axis, command.value, (dimension) =>
        dimension.values.includes(command.name.trim())
          ? 'OPTIONS_EDIT_VALUE_EXISTS'
          : splitValue(model, command.axis, command.value, command.places, command.name.trim()),
      );
    case 'move-dimension':
      return onAxis(model, command.axis, () =>
        command.to >= model.dimensions.length
          ? 'OPTIONS_EDIT_NO_DIMENSION'
          : {
              ...model,
              dimensions: moved(model.dimensions, command.axis, command.to),
              combinations: model.combinations.map((entry) => ({
                ...entry,
                values: moved(entry.values, command.axis, command.to),
              })),
            },
      );
    case 'move-value':
      return onValue(model, command.axis, command.value, (dimension) =>
        withDimension(model, command.axis, {
          ...dimension,
          values: moved(
            dimension.values,
            dimension.values.indexOf(command.value),
            Math.min(command.to, dimension.values.length - 1),
          ),
        }),
      );
    case 'merge-dimensions':
      return onAxis(model, command.axis, () =>
        command.axis + 1 >= model.dimensions.length
          ? 'OPTIONS_EDIT_NO_DIMENSION'
          : mergeDimensions(model, command.axis, command.joiner),
      );
    case 'split-dimension':
      return onAxis(model, command.axis, (dimension) =>
        splitDimension(model, command.axis, dimension, command.separator, command.names),
      );
    case 'set-type':
      return outcome(setType(model, command.type));
    case 'set-price':
      return onPlaces(model, command.places, (entry) => ({ ...entry, priceKrw: command.priceKrw }));
    case 'add-price':
      return onPlaces(model, command.places, (entry) => ({
        ...entry,
        priceKrw: entry.priceKrw + command.deltaKrw,
      }));
    case 'set-stock':
      return onPlaces(model, command.places, (entry) => ({ ...entry, stock: command.stock }));
    case 'set-usable':
      return onPlaces(model, command.places, (entry) => ({ ...entry, usable: command.usable }));
    case 'mark-add-on':
      return outcome(markAddOn(model, command.places));
    case 'unmark-add-on':
      return outcome(unmarkAddOn(model, command.places));
    case 'rename-add-on':
      return outcome(
        model.addOns[command.place] === undefined
          ? 'OPTIONS_EDIT_NO_ROW'
          : {
              ...model,
              addOns: model.addOns.map((entry, place) =>
                place === command.place ? { ...entry, name: command.name.trim() } : entry,
              ),
            },
      );
    case 'take-model':
      return outcome(command.model);
  }
}

function outcome(result: OptionModel | MessageCode): CommandOutcome {
  return typeof result === 'string'
    ? { kind: 'refused', reason: { code: result, severity: 'warn', field: 'options' } }
    : { kind: 'applied', model: result };
}

function onAxis(
  model: OptionModel,
  axis: number,
  change: (dimension: OptionDimension) => OptionModel | MessageCode,
): CommandOutcome {
  const dimension = model.dimensions[axis];
  return outcome(dimension === undefined ? 'OPTIONS_EDIT_NO_DIMENSION' : change(dimension));
}

function onValue(
  model: OptionModel,
  axis: number,
  value: string,
  change: (dimension: OptionDimension) => OptionModel | MessageCode,
): CommandOutcome {
  return onAxis(model, axis, (dimension) =>
    dimension.values.includes(value) ? change(dimension) : 'OPTIONS_EDIT_NO_VALUE',
  );
}

function onPlaces(
  model: OptionModel,
  places: readonly number[],
  change: (entry: OptionCombination) => OptionCombination,
): CommandOutcome {
  const wanted = new Set(places);
  if (places.some((place) => model.combinations[place] === undefined)) {
    return outcome('OPTIONS_EDIT_NO_ROW');
  }
  return outcome({
    ...model,
    combinations: model.combinations.map((entry, place) =>
      wanted.has(place) ? change(entry) : entry,
    ),
  });
}

function withDimension(model: OptionModel, axis: number, dimension: OptionDimension): OptionModel {
  return {
    ...model,
    dimensions: model.dimensions.map((own, place) => (place === axis ? dimension : own)),
  };
}

function replaceValue(model: OptionModel, axis: number, from: string, to: string): OptionModel {
  const dimensions = model.dimensions.map((dimension, place) =>
    place === axis
      ? {
          ...dimension,
          values: unique(dimension.values.map((value) => (value === from ? to : value))),
        }
      : dimension,
  );
  const combinations = model.combinations.map((entry) =>
    entry.values[axis] === from
      ? { ...entry, values: entry.values.map((value, place) => (place === axis ? to : value)) }
      : entry,
  );
  return { ...model, dimensions, combinations };
}

function splitValue(
  model: OptionModel,
  axis: number,
  value: string,
  places: readonly number[],
  name: string,
): OptionModel | MessageCode {
  const wanted = new Set(places);
  const isOfValue = places.every((place) => model.combinations[place]?.values[axis] === value);
  if (!isOfValue) return 'OPTIONS_EDIT_NO_ROW';
  const combinations = model.combinations.map((entry, place) =>
    wanted.has(place)
      ? { ...entry, values: entry.values.map((own, at) => (at === axis ? name : own)) }
      : entry,
  );
  const dimensions = model.dimensions.map((dimension, at) =>
    at === axis
      ? {
          ...dimension,
          values: dimension.values.flatMap((own) => (own === value ? [own, name] : [own])),
        }
      : dimension,
  );
  return withUsedValues({ ...model, dimensions, combinations });
}

function mergeDimensions(model: OptionModel, axis: number, joiner: string): OptionModel {
  const join = (values: readonly string[]): readonly string[] => [
    ...values.slice(0, axis),
    `${values[axis] ?? ''}${joiner}${values[axis + 1] ?? ''}`,
    ...values.slice(axis + 2),
  ];
  const names = join(model.dimensions.map((dimension) => dimension.name));
  return fromCombinations(
    model,
    names,
    model.combinations.map((entry) => ({ ...entry, values: join(entry.values) })),
  );
}

function splitDimension(
  model: OptionModel,
  axis: number,
  dimension: OptionDimension,
  separator: string,
  names: readonly [string, string],
): OptionModel | MessageCode {
  if (model.dimensions.length >= AXES_MAX) return 'OPTIONS_EDIT_TOO_MANY_DIMENSIONS';
  const halves = new Map<string, readonly [string, string]>();
  for (const value of dimension.values) {
    const at = value.indexOf(separator);
    const left = value.slice(0, at).trim();
    const right = value.slice(at + separator.length).trim();
    if (at === -1 || left === '' || right === '') return 'OPTIONS_EDIT_NO_SEPARATOR';
    halves.set(value, [left, right]);
  }
  const split = (entry: OptionCombination): OptionCombination => ({
    ...entry,
    values: entry.values.flatMap((value, place) =>
      place === axis ? [...(halves.get(value) ?? [value, ''])] : [value],
    ),
  });
  const allNames = model.dimensions.flatMap((own, place) =>
    place === axis ? [...names] : [own.name],
  );
  return fromCombinations(model, allNames, model.combinations.map(split));
}

function setType(
  model: OptionModel,
  type: 'NONE' | 'SIMPLE' | 'INDEPENDENT',
): OptionModel | MessageCode {
  if (type === model.type) return model;
  const names = model.dimensions.map((dimension) => dimension.name);
  if (type === 'NONE') {
    if (model.combinations.length > 1) return 'OPTIONS_EDIT_STILL_A_CHOICE';
    return {
      ...model,
      type,
      dimensions: [],
      combinations: model.combinations.map((entry) => ({ ...entry, values: [] })),
    };
  }
  if (type === 'INDEPENDENT') {
    return markAddOn(
      model,
      model.combinations.map((_, place) => place),
    );
  }
  if (model.combinations.length === 0) {
    return unmarkAddOn(
      model,
      model.addOns.map((_, place) => place),
    );
  }
  const joined = model.combinations.map((entry) => ({
    ...entry,
    values: [entry.values.length === 0 ? '단품' : entry.values.join('/')],
  }));
  return fromCombinations(model, [names.length === 0 ? DEFAULT_NAME : names.join('/')], joined);
}

function markAddOn(model: OptionModel, places: readonly number[]): OptionModel | MessageCode {
  const wanted = new Set(places);
  if (places.some((place) => model.combinations[place] === undefined)) return 'OPTIONS_EDIT_NO_ROW';
  const added: OptionAddOn[] = model.combinations
    .filter((_, place) => wanted.has(place))
    .map(({ values, ...rest }) => ({ name: values.join('/') || '단품', ...rest }));
  const left = model.combinations.filter((_, place) => !wanted.has(place));
  const names = model.dimensions.map((dimension) => dimension.name);
  const reduced = fromCombinations(model, left.length === 0 ? [] : names, left);
  return {
    ...reduced,
    ...typed(reduced.dimensions, left, true),
    addOns: [...model.addOns, ...added],
  };
}

function unmarkAddOn(model: OptionModel, places: readonly number[]): OptionModel | MessageCode {
  if (model.dimensions.length > 1) return 'OPTIONS_EDIT_NEEDS_ONE_DIMENSION';
  if (places.some((place) => model.addOns[place] === undefined)) return 'OPTIONS_EDIT_NO_ROW';
  const wanted = new Set(places);
  const back: OptionCombination[] = model.addOns
    .filter((_, place) => wanted.has(place))
    .map(({ name, ...rest }) => ({ values: [name], ...rest }));
  const own = model.combinations.map((entry) =>
    entry.values.length === 0 ? { ...entry, values: ['단품'] } : entry,
  );
  const next = fromCombinations(
    model,
    [model.dimensions[0]?.name ?? DEFAULT_NAME],
    [...own, ...back],
  );
  return { ...next, addOns: model.addOns.filter((_, place) => !wanted.has(place)) };
}

/** The model with other combinations; values keep their order of first appearance. */
function fromCombinations(
  model: OptionModel,
  names: readonly string[],
  combinations: readonly OptionCombination[],
): OptionModel {
  const dimensions = names.map((name, axis) => ({
    name,
    values: unique(combinations.map((entry) => entry.values[axis] ?? '')),
  }));
  return { ...model, ...typed(dimensions, combinations, model.addOns.length > 0) };
}

function typed(
  dimensions: readonly OptionDimension[],
  combinations: readonly OptionCombination[],
  hasAddOns: boolean,
): Pick<OptionModel, 'type' | 'dimensions' | 'combinations'> {
  const type: OptionType =
    dimensions.length > 1
      ? 'COMBINATION'
      : dimensions.length === 1
        ? 'SIMPLE'
        : combinations.length === 0 && hasAddOns
          ? 'INDEPENDENT'
          : 'NONE';
  return { type, dimensions, combinations };
}

function withUsedValues(model: OptionModel): OptionModel {
  return {
    ...model,
    dimensions: model.dimensions.map((dimension, axis) => {
      const used = new Set(model.combinations.map((entry) => entry.values[axis]));
      return { ...dimension, values: dimension.values.filter((value) => used.has(value)) };
    }),
  };
}

function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, place) => place !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
