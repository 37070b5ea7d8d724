import { Link } from 'react-router';
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
  /** The screen that lists what is counted. */
  readonly to: string;
}

/** One figure of the day, with the way to what it counts; belongs into a list of terms. */
export function Tile({ label, value, detail, tone, to }: TileProps) {
  return (
    <div className="relative rounded-xl border border-line bg-surface px-5 py-4 shadow-card transition-colors hover:border-line-strong/60">
      <dt className="flex items-center gap-2 text-quiet text-sm">
        <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[tone]}`} />
        <Link
          to={to}
          className="rounded-xl after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {label}
        </Link>
      </dt>
      <dd className="mt-1 font-bold text-[1.9rem] leading-tight tracking-tight">{value}</dd>
      <dd className="mt-0.5 text-quiet text-sm">{detail}</dd>
    </div>
  );
}
