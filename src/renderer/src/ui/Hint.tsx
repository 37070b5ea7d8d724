import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

/** Long enough that a pointer on its way elsewhere opens nothing; focus by keyboard shows it at once. */
const HOVER_MS = 350;

export interface HintProps {
  readonly text: string;
  /** One control of react-aria, or another focusable element inside its `Focusable`. */
  readonly children: ReactElement;
}

/** Words that appear beside a control while it is pointed at or has focus. */
export function Hint({ text, children }: HintProps) {
  return (
    <TooltipTrigger delay={HOVER_MS} closeDelay={0}>
      {children}
      <Tooltip
        offset={6}
        className="max-w-64 rounded-md border border-line bg-raised px-2 py-1 text-sm text-text shadow-float"
      >
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
