import { Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from './connection-context';

/** Says that what is shown may be old, while it may be. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const state = useConnectionState();
  return (
    <div role="status" aria-live="polite">
      {state === 'open' || state === 'connecting' ? null : (
        <p className="flex items-center gap-2 bg-warn-soft px-8 py-2 font-medium text-sm text-warn">
          <Unplug aria-hidden="true" size={16} />
          {t(`connection.${state}`)}
        </p>
      )}
    </div>
  );
}
