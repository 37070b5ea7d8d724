import type { Reason } from '@shared/domain/reason';
import { textOf } from '@shared/texts/catalogue';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/use-language';

export interface ItemRowProps {
  readonly title: string;
  /** What tells it apart from others of that title: its numbers. */
  readonly numbers: string;
  readonly reasons: readonly Reason[];
  /** What became of it. */
  readonly children: ReactNode;
}

/** One item in a list of what was done: what it is, why if there is a why, and what became of it. */
export function ItemRow({ title, numbers, reasons, children }: ItemRowProps) {
  const language = useLanguage();
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-line border-b py-2 text-sm last:border-b-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{title}</span>
        <span className="text-quiet">{numbers}</span>
        {reasons.map((reason) => (
          <span
            key={`${reason.code} ${reason.field ?? ''}`}
            className={reason.severity === 'warn' ? 'block text-quiet' : 'block text-warn'}
          >
            {textOf(reason.code, language, reason.params).message}
          </span>
        ))}
      </span>
      <span className="flex shrink-0 items-center gap-2">{children}</span>
    </li>
  );
}
