import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends AriaButtonProps {
  /** `primary` for the one thing to do next; `ghost` for what stands in rows. Default `plain`. */
  readonly tone?: 'primary' | 'plain' | 'danger' | 'ghost';
  readonly size?: 'small' | 'normal';
}

const TONES = {
  primary: 'bg-accent text-on-accent border-transparent shadow-card hover:bg-accent-strong',
  plain: 'bg-raised text-text border-line shadow-card hover:bg-sunken',
  danger: 'bg-raised text-bad border-line shadow-card hover:bg-bad-soft',
  ghost: 'bg-transparent text-accent-text border-transparent hover:bg-accent-soft',
} as const;

const SIZES = { small: 'min-h-7 px-2.5 text-sm', normal: 'min-h-9 px-3.5' } as const;

/** Looks of a button, for links that look like one too. */
export function buttonLooks(
  tone: NonNullable<ButtonProps['tone']>,
  size: NonNullable<ButtonProps['size']>,
): string {
  return `inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-lg border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50 ${TONES[tone]} ${SIZES[size]}`;
}

/** A button with the app's looks; behaviour and keyboard by react-aria. */
export function Button({ tone = 'plain', size = 'normal', ...props }: ButtonProps) {
  return <AriaButton {...props} className={buttonLooks(tone, size)} />;
}
