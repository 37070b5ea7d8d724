import type { ItemProgress } from '@shared/domain/sourcing';
import { CircleCheck, ListChecks, type LucideIcon, SquarePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/Badge';

const LOOKS: Readonly<
  Record<Exclude<ItemProgress, 'none'>, { readonly tone: Tone; readonly Icon: LucideIcon }>
> = {
  draft: { tone: 'quiet', Icon: SquarePen },
  queued: { tone: 'busy', Icon: ListChecks },
  registered: { tone: 'good', Icon: CircleCheck },
};

/** What we already did with an item; nothing for a new one. */
export function ProgressBadge({ progress }: { readonly progress: ItemProgress }) {
  const { t } = useTranslation();
  if (progress === 'none') return null;
  const { tone, Icon } = LOOKS[progress];
  return (
    <Badge tone={tone} Icon={Icon}>
      {t(`sourcing.progress.${progress}`)}
    </Badge>
  );
}
