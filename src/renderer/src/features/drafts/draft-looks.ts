import type { DraftListState, DraftState } from '@shared/domain/draft';
import type { Tone } from '../../ui/Badge';
import { DoneSign, QuestionSign, RefusedSign, type Sign } from '../../ui/list-signs';

/** In the order in which they are shown. */
export const DRAFT_STATES = [
  'ready',
  'needs-review',
  'blocked',
] as const satisfies readonly DraftState[];

/** The parts of the list, in the order in which they are shown. */
export const LIST_STATES = [
  ...DRAFT_STATES,
  'registered',
] as const satisfies readonly DraftListState[];

/** Guards what stands in the address, which anybody may have typed. */
export function isListState(value: string | null): value is DraftListState {
  return (LIST_STATES as readonly (string | null)[]).includes(value);
}

/** Guards what stands in the address, which anybody may have typed. */
export function isDraftState(value: string | null): value is DraftState {
  return (DRAFT_STATES as readonly (string | null)[]).includes(value);
}

/** Colour and sign of each state. */
export const DRAFT_LOOKS: Readonly<Record<DraftListState, { tone: Tone; Icon: Sign }>> = {
  ready: { tone: 'good', Icon: DoneSign },
  'needs-review': { tone: 'warn', Icon: QuestionSign },
  blocked: { tone: 'bad', Icon: RefusedSign },
  registered: { tone: 'busy', Icon: DoneSign },
};
