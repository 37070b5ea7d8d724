import { useTranslation } from 'react-i18next';
import { useConnectionState } from './connection-context';

/** Says that what is shown may be old, while it may be. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const state = useConnectionState();
  return (
    <div role="status" aria-live="polite">
      {state === 'open' || state === 'connecting' ? null : (
        <p className="bg-warn-soft px-6 py-2 text-warn">{t(`connection.${state}`)}</p>
      )}
    </div>
  );
}
