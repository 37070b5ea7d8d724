import type { Reason } from '@shared/domain/reason';
import { textOf } from '@shared/texts/catalogue';
import { useLanguage } from './use-language';

const TONES = { block: 'text-bad', ask: 'text-warn', warn: 'text-quiet' } as const;

export interface ReasonListProps {
  readonly reasons: readonly Reason[];
}

/** Why something waits or stopped, each with what to do about it. */
export function ReasonList({ reasons }: ReasonListProps) {
  const language = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {reasons.map((reason) => {
        const text = textOf(reason.code, language, reason.params);
        return (
          <li key={`${reason.code} ${reason.field ?? ''} ${text.message}`}>
            <span className={`font-medium ${TONES[reason.severity]}`}>{text.message}</span>{' '}
            <span className="text-quiet">{text.fix}</span>
            {reason.verbatim === undefined ? null : (
              <q className="ml-1 text-quiet italic">{reason.verbatim}</q>
            )}
          </li>
        );
      })}
    </ul>
  );
}
