import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

export interface PageProps {
  readonly title: string;
  /** The screen that this one belongs to, one press away. */
  readonly back?: { readonly to: string; readonly text: string };
  /** One line under the heading. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** `full`: as wide and high as the window, for lists that scroll by themselves. `wide`: for two columns. */
  readonly width?: 'reading' | 'wide' | 'full';
  /** Keeps heading and actions in view while a long screen scrolls, where the window has room for it. */
  readonly isHeaderKept?: boolean;
  readonly children: ReactNode;
}

const WIDTHS = {
  reading: 'max-w-6xl',
  wide: 'max-w-[96rem]',
  full: 'h-full min-h-full max-w-[110rem]',
} as const;

/** One screen: its heading, its actions and its content. All begin at the same edge, so that headings stay where they are from screen to screen. */
export function Page({
  title,
  back,
  subtitle,
  actions,
  width = 'reading',
  isHeaderKept = false,
  children,
}: PageProps) {
  const looks = WIDTHS[width];
  return (
    <div className={`flex flex-col gap-5 px-8 py-7 max-md:px-4 ${looks}`}>
      <header
        className={`flex flex-wrap items-center justify-between gap-3 ${isHeaderKept ? 'kept-header' : ''}`}
      >
        <div className="min-w-0">
          {back === undefined ? null : (
            <Link
              to={back.to}
              className="-ml-1 mb-1 inline-flex items-center gap-0.5 rounded font-medium text-accent-text text-sm hover:underline"
            >
              <ChevronLeft aria-hidden="true" size={16} />
              {back.text}
            </Link>
          )}
          <h1 className="font-bold text-2xl">{title}</h1>
          {subtitle === undefined ? null : <div className="mt-0.5 text-quiet">{subtitle}</div>}
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </header>
      {children}
    </div>
  );
}

export interface CardProps {
  readonly title?: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A framed part of a screen. */
export function Card({ title, aside, children }: CardProps) {
  const headingId = useId();
  return (
    <section
      {...(title === undefined ? {} : { 'aria-labelledby': headingId })}
      className="rounded-xl border border-line bg-surface p-5 shadow-card"
    >
      {title === undefined ? null : (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <h2 id={headingId} className="font-semibold text-[1.05rem]">
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
