import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { NotificationToasts } from '../features/notifications/NotificationToasts';
import { useAppState } from '../ipc/app-queries';
import { useSettings } from '../ipc/settings-queries';
import { ConnectionBanner } from './ConnectionBanner';
import { ListDrop } from './ListDrop';
import { SideBar } from './SideBar';
import { CrashStrip } from './shell/CrashStrip';
import { ShellBridge } from './shell/ShellBridge';
import { applyTheme } from './theme';

/** Seldom seen, so its code waits until it is. */
const ClosedScreen = lazy(async () => ({
  default: (await import('../features/recovery/ClosedScreen')).ClosedScreen,
}));

const FirstRun = lazy(async () => ({
  default: (await import('../features/first-run/FirstRun')).FirstRun,
}));

/** Navigation, mode and connection around every screen; applies language and theme of the settings. */
export function AppFrame() {
  const { t, i18n } = useTranslation();
  const settings = useSettings();
  const state = useAppState();
  const language = settings.data?.language;
  const theme = settings.data?.theme ?? 'system';

  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(pathname);

  // A new screen begins at its top, not where the one before was left.
  useLayoutEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    main.current?.scrollTo({ top: 0 });
  }, [pathname]);
  useEffect(() => applyTheme(window, theme), [theme]);
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);

  if (settings.data?.guide.isDone === false && state.data?.kind !== 'closed') {
    return (
      <Suspense fallback={null}>
        <div className="flex h-full flex-col">
          <ConnectionBanner />
          <div className="min-h-0 flex-1">
            <FirstRun settings={settings.data} />
          </div>
        </div>
        <ShellBridge />
      </Suspense>
    );
  }
  return (
    <div className="flex h-full">
      <button
        type="button"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-lg focus:bg-raised focus:p-3 focus:shadow-float"
        onClick={() => document.getElementById('main')?.focus()}
      >
        {t('frame.skip')}
      </button>
      <SideBar />
      <div className="flex min-w-0 flex-1 flex-col">
        <ConnectionBanner />
        <CrashStrip />
        <main
          ref={main}
          id="main"
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto outline-none"
        >
          {state.data?.kind === 'closed' ? (
            <Suspense fallback={null}>
              <ClosedScreen state={state.data} />
            </Suspense>
          ) : (
            <Outlet />
          )}
        </main>
      </div>
      <ListDrop />
      <NotificationToasts />
      <ShellBridge />
    </div>
  );
}
