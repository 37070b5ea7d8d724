import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

/** Says that there is nothing yet and how something comes here. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-line border-dashed p-10 text-center">
      <p className="font-semibold">{title}</p>
      <p className="text-quiet">{hint}</p>
      {children}
    </div>
  );
}
