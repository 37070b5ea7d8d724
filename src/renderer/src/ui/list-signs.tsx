import type { ComponentType } from 'react';

/** What a sign beside a word is drawn with; signs of lucide-react take it too. */
export interface SignProps {
  /** In px. */
  readonly size?: number;
  readonly strokeWidth?: number;
  readonly className?: string | undefined;
  readonly 'aria-hidden'?: 'true';
}

export type Sign = ComponentType<SignProps>;

/*
 * The signs that stand in every row of long lists, drawn with one line each: rows come and go by the
 * hundred while a list is scrolled, and lucide's own are three components and up to seven elements.
 * The shapes are lucide's (ISC licence, lucide-react 1.x).
 */
export const DoneSign: Sign = (props) =>
  strokeSign('M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M16 9l-5.5 5.5L8 12', props);
export const QuestionSign: Sign = (props) =>
  strokeSign(
    'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M9 9.5a3 2.5 0 0 1 6 0c0 2-2 2-3 3.5M12 17h.01',
    props,
  );
export const RefusedSign: Sign = (props) =>
  strokeSign('M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M15 9l-6 6M9 9l6 6', props);
export const NoPictureSign: Sign = (props) =>
  strokeSign(
    'M2 2L22 22M10.41 10.41a2 2 0 1 1-2.83-2.83M13.5 13.5L6 21M18 12L21 15M3.59 3.59A1.99 1.99 0 0 0 3 5v14a2 2 0 0 0 2 2h14c.55 0 1.052-.22 1.41-.59M21 15V5a2 2 0 0 0-2-2H9',
    props,
  );

function strokeSign(path: string, { size = 24, strokeWidth = 2, className = '' }: SignProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      strokeWidth={strokeWidth}
      className={`stroke-sign ${className}`}
    >
      <path d={path} />
    </svg>
  );
}
