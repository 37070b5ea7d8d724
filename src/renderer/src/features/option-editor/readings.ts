import { wholeReadingOf } from '@shared/options/correction';
import { splitAtSign } from '@shared/options/editor/split-at';
import type { OptionAlternative, OptionModel } from '@shared/options/model';
import { modelOf, type OptionSession, taken } from './session';

/** The sign that the chosen reading was split at; null for none. */
export function separatorOf({ readings, around }: OptionSession): string | null {
  return readings[around.reading]?.separator ?? null;
}

/** The session with another of its readings. */
export function choose(session: OptionSession, place: number): OptionSession {
  const reading = session.readings[place];
  if (reading === undefined) return session;
  return taken(
    session,
    {
      kind: 'take-model',
      separator: reading.separator,
      model: shifted(reading, session.around.baseAdditionKrw - session.readingsBaseKrw),
      from: 'reading',
    },
    { ...session.around, reading: place },
  );
}

/** What the sign that the seller typed would make of the values; null when no value has it. */
export function previewSplit({ readings, draft }: OptionSession, sign: string) {
  const whole = wholeReadingOf(readings);
  if (whole === null) return null;
  const { name, category, options } = draft.content;
  return splitAtSign(whole, sign, {
    title: name,
    category: category?.path ?? '',
    setName: options.sourceName ?? '',
  });
}

/** Values cut at the seller's own sign become one more reading, and the chosen one. */
export function splitAt(session: OptionSession, sign: string): OptionSession {
  const split = previewSplit(session, sign);
  if (split === null) {
    return {
      ...session,
      refused: { code: 'OPTIONS_EDIT_NO_SEPARATOR', severity: 'warn', field: 'options' },
    };
  }
  const typed: OptionAlternative = {
    ...split.model,
    separator: sign,
    // The seller said so: nothing is left to be unsure about.
    confidence: 1,
  };
  const readings = [...session.readings, typed];
  const chosen = choose({ ...session, readings }, readings.length - 1);
  const { command, before } = chosen.editing.past.at(-1) ?? {};
  if (command?.kind !== 'take-model' || before === undefined) return chosen;
  const past = [
    ...chosen.editing.past.slice(0, -1),
    { command: { ...command, from: 'typed-sign' as const }, before },
  ];
  return { ...chosen, editing: { ...chosen.editing, past } };
}

/** The model with its additions counted from a base that lies `byKrw` higher. */
export function shifted(model: OptionModel, byKrw: number): OptionModel {
  const move = <Row extends { readonly priceKrw: number }>(row: Row): Row => ({
    ...row,
    priceKrw: row.priceKrw - byKrw,
  });
  const own = modelOf(model);
  if (byKrw === 0) return own;
  return { ...own, combinations: own.combinations.map(move), addOns: own.addOns.map(move) };
}
