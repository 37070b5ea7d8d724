import { LayoutList, type LucideIcon, Rocket, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Page';

const WHAT_FOLLOWS: readonly {
  readonly name: 'choose' | 'review' | 'register';
  Icon: LucideIcon;
}[] = [
  { name: 'choose', Icon: Search },
  { name: 'review', Icon: LayoutList },
  { name: 'register', Icon: Rocket },
];

/** What happens from here on, in three lines. */
export function DoneStep() {
  const { t } = useTranslation();
  return (
    <Card title={t('firstRun.doneTitle')}>
      <ol className="flex flex-col gap-4">
        {WHAT_FOLLOWS.map(({ name, Icon }) => (
          <li key={name} className="flex items-center gap-4">
            <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
              <Icon aria-hidden="true" size={20} />
            </span>
            {t(`firstRun.doneSteps.${name}`)}
          </li>
        ))}
      </ol>
    </Card>
  );
}
