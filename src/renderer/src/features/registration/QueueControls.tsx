import { MAIN_STORE } from '@shared/domain/ids';
import type { RouteOutput } from '@shared/ipc/registry';
import { useTranslation } from 'react-i18next';
import { useSettings, useUpdateSettings } from '../../ipc/settings-queries';
import { FaultNotice } from '../../ui/FaultNotice';
import { NumberBox } from '../../ui/fields';
import { formatCount } from '../../ui/format';
import { Card } from '../../ui/Page';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { useQueueCommand } from './batch-queries';

export interface QueueControlsProps {
  readonly status: RouteOutput<'registration.getStatus'>;
}

/** Naver's own limit: two products a second. */
const MAX_PER_HOUR = 7200;
const FIRST_CAP_PER_HOUR = 600;
const HOLDS = [
  { scope: 'lane', name: 'normal' },
  { scope: 'lane', name: 'batch' },
  { scope: 'store', name: MAIN_STORE },
] as const;

/** Pauses of a part of the queue, and how many products an hour it may make. */
export function QueueControls({ status }: QueueControlsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const settings = useSettings();
  const update = useUpdateSettings();
  const setHeld = useQueueCommand('registration.setHeld');
  const registration = settings.data?.registration;
  const cap = registration?.createsPerHour ?? null;
  const setCap = (createsPerHour: number | null): void => {
    if (registration !== undefined) {
      update.mutate({ registration: { ...registration, createsPerHour } });
    }
  };
  const fault = setHeld.error ?? update.error;
  return (
    <Card title={t('queue.control.title')}>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        <fieldset>
          <legend className="mb-2 font-medium text-quiet text-sm">
            {t('queue.control.holds')}
          </legend>
          <div className="flex flex-col gap-2.5">
            {HOLDS.map((hold) => {
              const isHeld = status.holds.some(
                ({ scope, name }) => scope === hold.scope && name === hold.name,
              );
              const count = hold.scope === 'lane' ? status.byLane[hold.name] : null;
              const words = t(`queue.control.hold.${hold.scope === 'lane' ? hold.name : 'store'}`);
              return (
                <TickBox
                  key={`${hold.scope} ${hold.name}`}
                  label={
                    count === null
                      ? words
                      : `${words} (${t('queue.control.left', { left: formatCount(count, language) })})`
                  }
                  isTicked={isHeld}
                  isDisabled={setHeld.isPending}
                  onChange={(next) => setHeld.mutate({ hold, isHeld: next })}
                />
              );
            })}
          </div>
        </fieldset>
        <fieldset>
          <legend className="mb-2 font-medium text-quiet text-sm">{t('queue.control.cap')}</legend>
          <TickBox
            label={t('queue.control.capOn')}
            isTicked={cap !== null}
            isDisabled={registration === undefined}
            onChange={(next) => setCap(next ? FIRST_CAP_PER_HOUR : null)}
          />
          {cap === null ? null : (
            <div className="mt-3 flex flex-wrap items-end gap-4">
              <div className="w-36">
                <NumberBox
                  label={t('queue.control.perHour')}
                  value={cap}
                  min={1}
                  max={MAX_PER_HOUR}
                  step={10}
                  onChange={setCap}
                />
              </div>
              {status.hourlyCap === null ? null : (
                <p className="pb-2 text-quiet text-sm">
                  {t('queue.control.used', {
                    used: formatCount(status.hourlyCap.usedInHour, language),
                    perHour: formatCount(status.hourlyCap.perHour, language),
                  })}
                </p>
              )}
            </div>
          )}
        </fieldset>
      </div>
    </Card>
  );
}
