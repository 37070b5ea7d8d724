import type { AppState } from '@shared/ipc/app';
import { textOf } from '@shared/texts/catalogue';
import { CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReopen, useSwitchMode } from '../../ipc/app-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { KeysSection } from '../settings/keys/KeysSection';
import { Recovery } from './Recovery';

export interface ClosedScreenProps {
  readonly state: Extract<AppState, { kind: 'closed' }>;
}

/** Reasons that a backup, or doing without the damaged file, can help. */
const DAMAGES: ReadonlySet<string> = new Set(['STORAGE_DAMAGED', 'SETTINGS_DAMAGED']);

/** In place of every screen while the product cannot be opened: why, and the ways out. */
export function ClosedScreen({ state }: ClosedScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reopen = useReopen();
  const change = useSwitchMode();
  const text = textOf(state.code, language, state.params);
  const fault = reopen.error ?? change.error;
  const areKeysMissing = state.code === 'SETTINGS_KEYS_MISSING';
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5 px-8 py-12 max-md:px-4">
      <header className="flex items-start gap-3">
        <CircleX aria-hidden="true" size={30} className="mt-1 shrink-0 text-bad" />
        <div>
          <h1 className="font-bold text-2xl">{t('recovery.title')}</h1>
          <p className="text-quiet">{t('recovery.subtitle')}</p>
        </div>
      </header>
      <Card>
        <div role="alert">
          <p className="font-semibold">{text.message}</p>
          <p className="mt-1">{text.fix}</p>
          <p className="mt-2 text-quiet text-xs">{state.code}</p>
        </div>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button tone="primary" isDisabled={reopen.isPending} onPress={() => reopen.mutate()}>
            {reopen.isPending ? t('recovery.reopening') : t('common.retry')}
          </Button>
          {areKeysMissing ? (
            <Button isDisabled={change.isPending} onPress={() => change.mutate('practice')}>
              {t('keys.toPractice')}
            </Button>
          ) : null}
        </div>
      </Card>
      {fault ? <FaultNotice fault={fault} /> : null}
      {areKeysMissing ? <KeysSection /> : null}
      {DAMAGES.has(state.code) ? <Recovery /> : null}
    </div>
  );
}
