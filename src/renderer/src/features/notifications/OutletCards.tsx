import type { NotificationSeverity } from '@shared/domain/notification';
import type { NotificationSettings } from '@shared/domain/settings';
import type { NotificationOutletName } from '@shared/ipc/notifications';
import type { RouteOutput } from '@shared/ipc/registry';
import { textOf } from '@shared/texts/catalogue';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail, MonitorSmartphone, Send, Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { NumberBox, SelectBox } from '../../ui/fields';
import { formatCount, formatTime } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { SavedTextBox } from '../../ui/SavedTextBox';
import { SwitchBox } from '../../ui/SwitchBox';
import { useLanguage } from '../../ui/use-language';
import { SecretBox } from './SecretBox';
import { TimeBox } from './TimeBox';

export interface OutletCardsProps {
  readonly settings: NotificationSettings;
  readonly onChange: (part: Partial<NotificationSettings>) => void;
}

const SEVERITIES: readonly NotificationSeverity[] = ['info', 'ask', 'alarm'];
const SECURITIES = ['starttls', 'tls', 'none'] as const;

/** The ways out of the app: computer, webhook, mail; each with a test. */
export function OutletCards({ settings, onChange }: OutletCardsProps) {
  const { t } = useTranslation();
  const client = useClient();
  const queries = useQueryClient();
  const outlets = useQuery({
    queryKey: queryKeys.notifications.outlets,
    queryFn: () => client.request('notifications.getOutlets', {}),
  });
  const onSettled = () => queries.invalidateQueries({ queryKey: queryKeys.notifications.outlets });
  const saveWebhook = useMutation({
    mutationFn: (url: string) => client.request('notifications.saveWebhook', { url }),
    onSettled,
  });
  const savePassword = useMutation({
    mutationFn: (password: string) =>
      client.request('notifications.saveEmailPassword', { password }),
    onSettled,
  });
  const least = (value: NotificationSeverity, put: (severity: NotificationSeverity) => void) => (
    <SelectBox
      label={t('notifications.setup.least')}
      value={value}
      choices={SEVERITIES.map((severity) => ({
        value: severity,
        text: t(`notifications.setup.leastChoices.${severity}`),
      }))}
      onChange={put}
    />
  );
  const { os, webhook, email } = outlets.data ?? {};
  return (
    <Card title={t('notifications.setup.where')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('notifications.setup.whereHint')}</p>
      <div className="flex flex-col divide-y divide-line">
        <Outlet
          name="os"
          Icon={MonitorSmartphone}
          title={t('notifications.setup.os')}
          hint={
            os?.isThere === false
              ? t('notifications.setup.osMissing')
              : t('notifications.setup.osHint')
          }
          isOn={settings.isOsOn}
          isDisabled={os?.isThere === false}
          state={os}
          onChange={(isOsOn) => onChange({ isOsOn })}
        >
          <div className="max-w-xs">
            {least(settings.osMinSeverity, (osMinSeverity) => onChange({ osMinSeverity }))}
          </div>
        </Outlet>
        <Outlet
          name="webhook"
          Icon={Webhook}
          title={t('notifications.setup.webhook')}
          hint={t('notifications.setup.webhookHint')}
          isOn={settings.isWebhookOn}
          state={webhook}
          onChange={(isWebhookOn) => onChange({ isWebhookOn })}
        >
          {saveWebhook.isError ? <FaultNotice fault={saveWebhook.error} /> : null}
          <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
            <SecretBox
              label={t('notifications.setup.webhookUrl')}
              placeholder="https://hooks.slack.com/services/…"
              savedText={
                webhook?.host ? t('notifications.setup.webhookSaved', { host: webhook.host }) : null
              }
              onSave={(url) => saveWebhook.mutate(url)}
            />
            {least(settings.webhookMinSeverity, (webhookMinSeverity) =>
              onChange({ webhookMinSeverity }),
            )}
          </div>
        </Outlet>
        <Outlet
          name="email"
          Icon={Mail}
          title={t('notifications.setup.email')}
          hint={t('notifications.setup.emailHint')}
          isOn={settings.isEmailOn}
          state={email}
          onChange={(isEmailOn) => onChange({ isEmailOn })}
        >
          <div className="grid gap-3 sm:grid-cols-2">
            <SavedTextBox
              maxLength={254}
              label={t('notifications.setup.emailTo')}
              value={settings.emailTo}
              onSave={(emailTo) => onChange({ emailTo })}
            />
            <SavedTextBox
              maxLength={254}
              label={t('notifications.setup.emailFrom')}
              value={settings.emailFrom}
              onSave={(emailFrom) => onChange({ emailFrom })}
            />
            <SavedTextBox
              maxLength={254}
              label={t('notifications.setup.smtpHost')}
              value={settings.smtpHost}
              onSave={(smtpHost) => onChange({ smtpHost })}
            />
            <div className="grid grid-cols-2 gap-3">
              <NumberBox
                label={t('notifications.setup.smtpPort')}
                value={settings.smtpPort}
                min={1}
                max={65_535}
                onChange={(smtpPort) => onChange({ smtpPort })}
              />
              <SelectBox
                label={t('notifications.setup.smtpSecurity')}
                value={settings.smtpSecurity}
                choices={SECURITIES.map((value) => ({
                  value,
                  text: t(`notifications.setup.security.${value}`),
                }))}
                onChange={(smtpSecurity) => onChange({ smtpSecurity })}
              />
            </div>
            <SavedTextBox
              maxLength={254}
              label={t('notifications.setup.smtpUser')}
              value={settings.smtpUser}
              onSave={(smtpUser) => onChange({ smtpUser })}
            />
            <SecretBox
              label={t('notifications.setup.smtpPassword')}
              savedText={email?.isPasswordSet ? t('notifications.setup.smtpPasswordSaved') : null}
              onSave={(password) => savePassword.mutate(password)}
            />
            <TimeBox
              label={t('notifications.setup.emailAt')}
              minute={settings.emailAtMinute}
              onChange={(emailAtMinute) => onChange({ emailAtMinute })}
            />
            {least(settings.emailMinSeverity, (emailMinSeverity) => onChange({ emailMinSeverity }))}
          </div>
        </Outlet>
      </div>
    </Card>
  );
}

interface OutletProps {
  readonly name: NotificationOutletName;
  readonly Icon: typeof Mail;
  readonly title: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly state:
    | {
        readonly waiting: number;
        readonly lastSentAtMs: number | null;
        readonly lastProblem: string | null;
      }
    | undefined;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Outlet(props: OutletProps) {
  const { name, Icon, title, hint, isOn, isDisabled = false, state, onChange, children } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const test = useMutation({
    mutationFn: () => client.request('notifications.test', { outlet: name }),
  });
  const isShown = isOn && !isDisabled;
  return (
    <div className="py-4 first:pt-0 last:pb-0">
      <div className="flex items-start gap-3.5">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-quiet">
          <Icon aria-hidden="true" size={18} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          <p className="text-quiet text-sm">{hint}</p>
        </div>
        <SwitchBox
          label={title}
          isLabelHidden
          isSelected={isShown}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      </div>
      {isShown ? (
        <div className="mt-3 flex flex-col gap-3 pl-12.5 max-sm:pl-0">
          {children}
          <div className="flex flex-wrap items-center gap-3">
            <Button size="small" isDisabled={test.isPending} onPress={() => test.mutate()}>
              <Send aria-hidden="true" size={14} />
              {t(test.isPending ? 'notifications.setup.testing' : 'notifications.setup.test')}
            </Button>
            <span className="text-quiet text-sm">
              {[
                state !== undefined && state.waiting > 0
                  ? t('notifications.setup.waiting', {
                      number: formatCount(state.waiting, language),
                    })
                  : null,
                state?.lastSentAtMs
                  ? t('notifications.setup.lastSent', {
                      time: formatTime(state.lastSentAtMs, Date.now(), language),
                    })
                  : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </div>
          {test.isError ? <FaultNotice fault={test.error} /> : null}
          {test.data === undefined ? null : <TestOutcome outcome={test.data} />}
        </div>
      ) : null}
    </div>
  );
}

function TestOutcome({ outcome }: { readonly outcome: RouteOutput<'notifications.test'> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (outcome.kind === 'delivered') {
    return <Notice tone="good" role="status" title={t('notifications.setup.testDelivered')} />;
  }
  if (outcome.kind === 'retry') {
    return (
      <Notice
        tone="warn"
        role="status"
        title={t('notifications.setup.testLater', { problem: outcome.problem })}
      />
    );
  }
  const { message, fix } = textOf(outcome.code, language, outcome.params);
  return (
    <Notice tone="bad" role="status" title={message}>
      {fix}
    </Notice>
  );
}
