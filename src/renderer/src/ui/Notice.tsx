import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** The weight of a notice, in the colours of the theme; the words say it too. */
export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const LOOKS: Readonly<
  Record<NoticeTone, { readonly box: string; readonly sign: string; readonly Icon: LucideIcon }>
> = {
  info: { box: 'bg-accent-soft', sign: 'text-accent-text', Icon: Info },
  good: { box: 'bg-good-soft', sign: 'text-good', Icon: CircleCheck },
  warn: { box: 'bg-warn-soft', sign: 'text-warn', Icon: TriangleAlert },
  bad: { box: 'bg-bad-soft', sign: 'text-bad', Icon: CircleX },
};

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  readonly Icon?: LucideIcon;
  /** `alert` is spoken at once, `status` when there is time. Default: not spoken. */
  readonly role?: 'alert' | 'status';
}

/** One thing the seller should know, with what to do about it. */
export function Notice({ tone, title, children, actions, Icon, role }: NoticeProps) {
  const looks = LOOKS[tone];
  const Sign = Icon ?? looks.Icon;
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-3 rounded-xl px-4 py-3 ${looks.box}`}
    >
      <Sign aria-hidden="true" size={19} className={`mt-0.5 shrink-0 ${looks.sign}`} />
      <div className="min-w-0 flex-1 basis-64">
        <p className={`font-semibold ${looks.sign}`}>{title}</p>
        {children === undefined ? null : <div className="text-sm text-text">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
