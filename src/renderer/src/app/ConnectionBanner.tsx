import { Unplug, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppInfo } from '../ipc/settings-queries';
import { useWatchStatus } from '../ipc/watch-queries';
import { useConnectionState } from './connection-context';

/** Says that what is shown may be old, or that nothing can go out, while it is so. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const state = useConnectionState();
  const isOffline = useIsOffline();
  const isLost = state === 'lost' || state === 'session-ended';
  const Icon = isLost ? Unplug : WifiOff;
  return (
    <div role="status" aria-live="polite">
      {isLost || isOffline ? (
        <p className="flex items-center gap-2 bg-warn-soft px-8 py-2 font-medium text-sm text-warn">
          <Icon aria-hidden="true" size={16} className="shrink-0" />
          {t(isLost ? `connection.${state}` : 'connection.offline')}
        </p>
      ) : null}
    </div>
  );
}

/** No way to the marketplaces, as the browser or the core says; the practice market needs none. */
function useIsOffline(): boolean {
  const isPageOffline = useSyncExternalStore(hearNetwork, () => !navigator.onLine);
  const info = useAppInfo();
  const watch = useWatchStatus();
  return info.data?.mode === 'live' && (isPageOffline || watch.data?.halted === 'offline');
}

function hearNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
