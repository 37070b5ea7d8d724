import type { DraftState } from '@shared/domain/draft';
import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react';
import type { Tone } from '../../ui/Badge';

export const DRAFT_STATES = [
  'ready',
  'needs-review',
  'blocked',
] as const satisfies readonly DraftState[];

export function isDraftState(value: string | null): value is DraftState {
  return (DRAFT_STATES as readonly (string | null)[]).includes(value);
}

/** Colour and sign of each state. */
export const DRAFT_LOOKS: Readonly<Record<DraftState, { tone: Tone; Icon: LucideIcon }>> = {
  ready: { tone: 'good', Icon: CircleCheck },
  'needs-review': { tone: 'warn', Icon: CircleHelp },
  blocked: { tone: 'bad', Icon: CircleX },
};
