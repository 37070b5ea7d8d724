import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The line under a title: the way back to the list of drafts, then what the page is about. */
export function BackToDrafts({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <span className="flex flex-wrap items-center gap-2.5">
      <Link
        to="/drafts"
        className="flex items-center gap-0.5 rounded font-medium text-accent-text hover:underline"
      >
        <ChevronLeft aria-hidden="true" size={16} />
        {text}
      </Link>
      {children}
    </span>
  );
}
