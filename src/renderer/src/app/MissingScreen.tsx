import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { FaultNotice } from '../ui/FaultNotice';
import { Page } from '../ui/Page';
import { useConnectionState } from './connection-context';

/** In the place of a screen that could not be fetched or drawn; comes back by itself when the program does. */
export function MissingScreen({ fault }: { readonly fault: unknown }) {
  const { t } = useTranslation();
  const state = useConnectionState();
  const isOpen = state === 'open';
  const wasLost = useRef(!isOpen);
  useEffect(() => {
    if (!isOpen) wasLost.current = true;
    // A browser may keep that a script was missing, so the page itself is loaded again.
    else if (wasLost.current) window.location.reload();
  }, [isOpen]);
  return (
    <Page title={t('common.unexpected')}>
      <FaultNotice fault={fault} />
      <div>
        <Button tone="primary" isDisabled={!isOpen} onPress={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      </div>
    </Page>
  );
}
