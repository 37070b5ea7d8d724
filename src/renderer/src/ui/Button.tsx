import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends AriaButtonProps {
  /** `primary` for the one thing to do next. Default `plain`. */
  readonly tone?: 'primary' | 'plain' | 'danger';
  readonly size?: 'small' | 'normal';
}

const TONES = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  plain: 'bg-surface text-text border-line hover:bg-accent-soft',
  danger: 'bg-surface text-bad border-line hover:bg-bad-soft',
} as const;

const SIZES = { small: 'px-2.5 py-1 text-sm', normal: 'px-4 py-2' } as const;

/** A button with the app's looks; behaviour and keyboard by react-aria. */
export function Button({ tone = 'plain', size = 'normal', ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`inline-flex items-center justify-center gap-2 rounded-lg border font-medium transition-colors disabled:opacity-60 disabled:cursor-not-allowed ${TONES[tone]} ${SIZES[size]}`}
    />
  );
}
