import type { ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its heading, its actions and its content. */
export function Page({ title, actions, children }: PageProps) {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-5 p-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-bold text-2xl">{title}</h1>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </header>
      {children}
    </div>
  );
}

export interface CardProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A framed part of a screen. */
export function Card({ title, children }: CardProps) {
  return (
    <section className="rounded-xl border border-line bg-surface p-5">
      {title === undefined ? null : <h2 className="mb-3 font-semibold text-lg">{title}</h2>}
      {children}
    </section>
  );
}
