import type { ReactNode } from 'react';

export type BadgeTone = 'good' | 'warn' | 'bad' | 'busy' | 'quiet';

const TONES: Readonly<Record<BadgeTone, string>> = {
  good: 'bg-accent-soft text-good',
  busy: 'bg-accent-soft text-text',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  quiet: 'bg-page text-quiet',
};

export interface BadgeProps {
  readonly tone: BadgeTone;
  readonly children: ReactNode;
}

/** A state in one word; the word carries the meaning, the colour only helps. */
export function Badge({ tone, children }: BadgeProps) {
  return (
    <span
      className={`inline-block whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-sm ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
