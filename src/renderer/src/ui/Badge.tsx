import type { ReactNode } from 'react';
import type { Sign } from './list-signs';

/** A meaning, in the colours of the theme. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'quiet';

const TONES: Readonly<Record<Tone, string>> = {
  good: 'bg-good-soft text-good',
  busy: 'bg-accent-soft text-accent-text',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  quiet: 'bg-sunken text-quiet',
};

export interface BadgeProps {
  readonly tone: Tone;
  readonly Icon?: Sign;
  /** Turns the icon while something is under way. */
  readonly isTurning?: boolean;
  readonly children: ReactNode;
}

/** A state in one word with its sign; the word carries the meaning, the colour only helps. */
export function Badge({ tone, Icon, isTurning = false, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs ${TONES[tone]}`}
    >
      {Icon === undefined ? null : (
        <Icon
          aria-hidden="true"
          size={13}
          strokeWidth={2.25}
          className={isTurning ? 'animate-spin' : undefined}
        />
      )}
      {children}
    </span>
  );
}
