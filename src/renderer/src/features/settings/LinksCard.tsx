import { Bell, ChevronRight, Radar } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../ui/Page';

const LINKS = [
  { name: 'notifications', to: '/notifications/settings', Icon: Bell },
  { name: 'policies', to: '/watch?tab=policies', Icon: Radar },
] as const;

/** Settings that stand where they are used. */
export function LinksCard() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.elsewhere')}>
      <ul className="-my-1 flex flex-col">
        {LINKS.map(({ name, to, Icon }) => (
          <li key={name} className="border-line border-b last:border-b-0">
            <Link
              to={to}
              className="flex items-center gap-3 rounded-lg py-2.5 hover:text-accent-text"
            >
              <Icon aria-hidden="true" size={18} className="shrink-0 text-quiet" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{t(`settings.links.${name}`)}</span>
                <span className="block text-quiet text-sm">{t(`settings.linkHints.${name}`)}</span>
              </span>
              <ChevronRight aria-hidden="true" size={18} className="shrink-0 text-quiet" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
