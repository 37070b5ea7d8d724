import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  readonly hint: string;
  readonly Icon?: LucideIcon;
  readonly children?: ReactNode;
}

/** Says that there is nothing yet and how something comes here. */
export function EmptyState({ title, hint, Icon = Inbox, children }: EmptyStateProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-2 rounded-xl border border-line bg-surface px-6 py-14 text-center">
      <span className="mb-1 flex size-12 items-center justify-center rounded-full bg-sunken text-quiet">
        <Icon aria-hidden="true" size={22} />
      </span>
      <p className="font-semibold text-lg">{title}</p>
      <p className="max-w-md text-quiet">{hint}</p>
      {children === undefined ? null : <div className="mt-3 flex gap-2">{children}</div>}
    </div>
  );
}
