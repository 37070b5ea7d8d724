import {
  Bell,
  FlaskConical,
  House,
  LayoutList,
  ListChecks,
  type LucideIcon,
  Radar,
  Search,
  Settings as SettingsIcon,
  Store,
  Upload,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useDraftOverview } from '../ipc/draft-queries';
import { useUnread } from '../ipc/notification-queries';
import { activeCount, useQueueStatus } from '../ipc/queue-queries';
import { useAppInfo } from '../ipc/settings-queries';
import { useWatchStatus } from '../ipc/watch-queries';
import { formatCount } from '../ui/format';
import { Mark } from '../ui/Mark';
import { useLanguage } from '../ui/use-language';
import { StoreSwitch } from './StoreSwitch';

interface Destination {
  readonly to: string;
  readonly name:
    | 'home'
    | 'sourcing'
    | 'import'
    | 'drafts'
    | 'queue'
    | 'watch'
    | 'notifications'
    | 'settings';
  readonly Icon: LucideIcon;
}

const DESTINATIONS: readonly Destination[] = [
  { to: '/', name: 'home', Icon: House },
  { to: '/sourcing', name: 'sourcing', Icon: Search },
  { to: '/import', name: 'import', Icon: Upload },
  { to: '/drafts', name: 'drafts', Icon: LayoutList },
  { to: '/queue', name: 'queue', Icon: ListChecks },
  { to: '/watch', name: 'watch', Icon: Radar },
  { to: '/notifications', name: 'notifications', Icon: Bell },
  { to: '/settings', name: 'settings', Icon: SettingsIcon },
];

/** The main menu with what waits behind its entries, and the mode the program runs in. */
export function SideBar() {
  const { t } = useTranslation();
  const language = useLanguage();
  const overview = useDraftOverview();
  const status = useQueueStatus();
  const watch = useWatchStatus();
  const unread = useUnread();
  const counts = {
    drafts: overview.data === undefined ? 0 : overview.data.byState['needs-review'],
    queue: status.data === undefined ? 0 : activeCount(status.data.counts),
    watch: watch.data === undefined ? 0 : watch.data.openApprovals + watch.data.openFindings,
  };
  const hintOf = (name: Destination['name']): { count: number; words: string } | null => {
    if (name === 'drafts' && counts.drafts > 0) {
      return { count: counts.drafts, words: t('nav.attention', { count: counts.drafts }) };
    }
    if (name === 'watch' && counts.watch > 0) {
      return { count: counts.watch, words: t('nav.attention', { count: counts.watch }) };
    }
    if (name === 'queue' && counts.queue > 0) {
      return { count: counts.queue, words: t('nav.active', { count: counts.queue }) };
    }
    if (name === 'notifications' && (unread.data?.lines ?? 0) > 0) {
      const count = unread.data?.lines ?? 0;
      return { count, words: t('nav.unread', { count }) };
    }
    return null;
  };
  const hasAlarm = (unread.data?.alarmLines ?? 0) > 0;
  return (
    <div className="flex w-60 shrink-0 flex-col border-line border-r bg-surface px-3 py-5 max-lg:w-16">
      <p className="flex items-center gap-2.5 px-2.5 font-bold text-lg tracking-tight">
        <Mark />
        <span className="max-lg:sr-only">{t('appName')}</span>
      </p>
      <StoreSwitch />
      <nav aria-label={t('nav.label')} className="mt-6 flex flex-col gap-0.5">
        {DESTINATIONS.map(({ to, name, Icon }) => {
          const hint = hintOf(name);
          return (
            <NavLink
              key={to}
              to={to}
              end={to === '/'}
              className="flex items-center gap-3 rounded-lg px-2.5 py-2 font-medium text-quiet transition-colors hover:bg-page hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text"
            >
              <Icon aria-hidden="true" size={18} className="shrink-0" />
              <span className="max-lg:sr-only">{t(`nav.${name}`)}</span>
              {hint === null ? null : (
                <span
                  className={`ml-auto rounded-full px-1.5 font-semibold text-xs max-lg:-ml-4 max-lg:mb-4 ${
                    name === 'notifications' && hasAlarm
                      ? 'bg-bad-soft text-bad'
                      : 'bg-sunken text-text max-lg:hidden'
                  }`}
                >
                  <span aria-hidden="true">{formatCount(hint.count, language)}</span>
                  <span className="sr-only">{hint.words}</span>
                </span>
              )}
            </NavLink>
          );
        })}
      </nav>
      <Mode />
    </div>
  );
}

function Mode() {
  const { t } = useTranslation();
  const info = useAppInfo();
  if (info.data === undefined) return null;
  const isPractice = info.data.mode === 'practice';
  const Icon = isPractice ? FlaskConical : Store;
  return (
    <div className="mt-auto flex gap-2.5 rounded-lg bg-page px-2.5 py-2.5 text-sm">
      <Icon
        aria-hidden="true"
        size={18}
        className={`mt-0.5 shrink-0 ${isPractice ? 'text-warn' : 'text-good'}`}
      />
      <div className="max-lg:sr-only">
        <p className="font-semibold">{t(`frame.${info.data.mode}`)}</p>
        <p className="text-quiet text-xs">
          {t(isPractice ? 'frame.practiceHint' : 'frame.liveHint')}
        </p>
      </div>
    </div>
  );
}
