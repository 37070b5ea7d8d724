import type { Reason } from '@shared/domain/reason';
import { textOf } from '@shared/texts/catalogue';
import { CircleHelp, CircleX, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from './use-language';

const LOOKS = {
  block: { Icon: CircleX, text: 'text-bad' },
  ask: { Icon: CircleHelp, text: 'text-warn' },
  warn: { Icon: Info, text: 'text-quiet' },
} as const;

export interface ReasonListProps {
  readonly reasons: readonly Reason[];
  /** What can be done about one reason, e.g. a button. */
  readonly actionsOf?: (reason: Reason) => ReactNode;
}

/** Why something waits or stopped, each with what to do about it. */
export function ReasonList({ reasons, actionsOf }: ReasonListProps) {
  const language = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {reasons.map((reason) => {
        const text = textOf(reason.code, language, reason.params);
        const { Icon, text: colour } = LOOKS[reason.severity];
        return (
          <li key={`${reason.code} ${reason.field ?? ''} ${text.message}`} className="flex gap-2">
            <Icon aria-hidden="true" size={17} className={`mt-0.5 shrink-0 ${colour}`} />
            <div className="min-w-0 flex-1 text-sm">
              <p className={`font-medium ${colour}`}>{text.message}</p>
              <p className="text-quiet">{text.fix}</p>
              {reason.verbatim === undefined ? null : (
                <q className="text-quiet italic">{reason.verbatim}</q>
              )}
              {actionsOf?.(reason)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
