import type { LucideIcon } from 'lucide-react';
import { Focusable } from 'react-aria-components';
import { Link } from 'react-router';
import { buttonLooks } from './Button';
import { Hint } from './Hint';

export interface IconLinkProps {
  readonly to: string;
  readonly Icon: LucideIcon;
  /** Where it leads, of what: the name for screen readers. */
  readonly label: string;
  /** What is shown; default `label`. */
  readonly hint?: string;
}

/** A link that is only an icon: its words appear while it is pointed at or has focus. */
export function IconLink({ to, Icon, label, hint = label }: IconLinkProps) {
  return (
    <Hint text={hint}>
      <Focusable>
        <Link to={to} aria-label={label} className={buttonLooks('ghost', 'small')}>
          <Icon aria-hidden="true" size={16} />
        </Link>
      </Focusable>
    </Hint>
  );
}
