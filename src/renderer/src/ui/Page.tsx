import { type ReactNode, useId } from 'react';

export interface PageProps {
  readonly title: string;
  /** One line under the heading. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** `full`: as wide and high as the window, for lists that scroll by themselves. `wide`: for two columns. */
  readonly width?: 'reading' | 'wide' | 'full';
  readonly children: ReactNode;
}

const WIDTHS = {
  reading: 'max-w-5xl',
  wide: 'max-w-[84rem]',
  full: 'h-full min-h-full max-w-[110rem]',
} as const;

/** One screen: its heading, its actions and its content. */
export function Page({ title, subtitle, actions, width = 'reading', children }: PageProps) {
  const looks = WIDTHS[width];
  return (
    <div className={`mx-auto flex flex-col gap-5 px-8 py-7 max-md:px-4 ${looks}`}>
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-bold text-2xl">{title}</h1>
          {subtitle === undefined ? null : <p className="mt-0.5 text-quiet">{subtitle}</p>}
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
