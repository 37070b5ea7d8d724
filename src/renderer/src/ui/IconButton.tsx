import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button, type ButtonProps } from './Button';
import { Hint } from './Hint';

export interface IconButtonProps
  extends Omit<ButtonProps, 'aria-label' | 'children' | 'className'> {
  readonly Icon: LucideIcon;
  /** What it does, to what: the name for screen readers. */
  readonly label: string;
  /** What is shown; default `label`. Shorter where the row says to what. */
  readonly hint?: string;
  /** Edge of the icon; default 16. */
  readonly iconPx?: number;
  /** Looks of its own in the place of a button's. */
  readonly className?: string;
}

/** A button that is only an icon: its words appear while it is pointed at or has focus. */
export function IconButton({
  Icon,
  label,
  hint = label,
  iconPx = 16,
  className,
  tone,
  size,
  ...props
}: IconButtonProps) {
  const icon = <Icon aria-hidden="true" size={iconPx} />;
  return (
    <Hint text={hint}>
      {className === undefined ? (
        <Button
          {...props}
          aria-label={label}
          {...(tone === undefined ? {} : { tone })}
          {...(size === undefined ? {} : { size })}
        >
          {icon}
        </Button>
      ) : (
        <AriaButton {...props} aria-label={label} className={className}>
          {icon}
        </AriaButton>
      )}
    </Hint>
  );
}
