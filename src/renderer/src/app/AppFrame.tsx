import {
  House,
  Inbox,
  ListChecks,
  type LucideIcon,
  Settings as SettingsIcon,
  Upload,
} from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { useAppInfo, useSettings } from '../ipc/settings-queries';
import { Badge } from '../ui/Badge';
import { ConnectionBanner } from './ConnectionBanner';
import { applyTheme } from './theme';
import { useOpenedFile } from './use-opened-file';

interface Destination {
  readonly to: string;
  readonly name: 'home' | 'import' | 'drafts' | 'queue' | 'settings';
  readonly Icon: LucideIcon;
}

const DESTINATIONS: readonly Destination[] = [
  { to: '/', name: 'home', Icon: House },
  { to: '/import', name: 'import', Icon: Upload },
  { to: '/drafts', name: 'drafts', Icon: Inbox },
  { to: '/queue', name: 'queue', Icon: ListChecks },
  { to: '/settings', name: 'settings', Icon: SettingsIcon },
];

/** Navigation, mode and connection around every screen; applies language and theme of the settings. */
export function AppFrame() {
  const { t, i18n } = useTranslation();
  useOpenedFile();
  const settings = useSettings();
  const info = useAppInfo();
  const language = settings.data?.language;
  const theme = settings.data?.theme ?? 'system';

  useEffect(() => applyTheme(window, theme), [theme]);
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);

  return (
    <div className="flex h-full">
      <button
        type="button"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3"
        onClick={() => document.getElementById('main')?.focus()}
      >
        {t('frame.skip')}
      </button>
      <div className="flex w-56 shrink-0 flex-col gap-4 border-line border-r bg-surface p-4">
        <p className="px-3 font-bold text-lg">{t('appName')}</p>
        <nav aria-label={t('nav.label')} className="flex flex-col gap-1">
          {DESTINATIONS.map(({ to, name, Icon }) => (
            <NavLink
              key={to}
              to={to}
              end={to === '/'}
              className="flex items-center gap-3 rounded-lg px-3 py-2 hover:bg-accent-soft aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold"
            >
              <Icon aria-hidden="true" size={18} />
              {t(`nav.${name}`)}
            </NavLink>
          ))}
        </nav>
        {info.data === undefined ? null : (
          <div className="mt-auto flex flex-col gap-1 px-3 text-sm">
            <div>
              <Badge tone={info.data.mode === 'practice' ? 'warn' : 'good'}>
                {t(`frame.${info.data.mode}`)}
              </Badge>
            </div>
            {info.data.mode === 'practice' ? (
              <p className="text-quiet">{t('frame.practiceHint')}</p>
            ) : null}
          </div>
        )}
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <ConnectionBanner />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto">
          <Outlet />
        </main>
      </div>
    </div>
  );
}
