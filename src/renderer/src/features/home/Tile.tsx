import type { Tone } from '../../ui/Badge';

const DOTS: Readonly<Record<Tone, string>> = {
  good: 'bg-good-fill',
  busy: 'bg-accent',
  warn: 'bg-warn-fill',
  bad: 'bg-bad-fill',
  quiet: 'bg-line-strong',
};

export interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly tone: Tone;
}

/** One figure of the day; belongs into a list of terms. */
export function Tile({ label, value, detail, tone }: TileProps) {
  return (
    <div className="rounded-xl border border-line bg-surface px-5 py-4 shadow-card">
      <dt className="flex items-center gap-2 text-quiet text-sm">
        <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[tone]}`} />
        {label}
      </dt>
      <dd className="mt-1 font-bold text-[1.9rem] leading-tight tracking-tight">{value}</dd>
      <dd className="mt-0.5 text-quiet text-sm">{detail}</dd>
    </div>
  );
}
