import type { ConnectionVerdict } from '@shared/ipc/connection';
import { textOf } from '@shared/texts/catalogue';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../ui/format';
import { Notice } from '../../../ui/Notice';
import { useLanguage } from '../../../ui/use-language';

export interface ConnectionVerdictNoticeProps {
  readonly verdict: ConnectionVerdict;
}

/** What a test of the connection said: whose store it is, or what is wrong and what to do about it. */
export function ConnectionVerdictNotice({ verdict }: ConnectionVerdictNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const checkedAt = t('keys.checkedAt', {
    time: formatTime(verdict.checkedAtMs, verdict.checkedAtMs, language),
  });
  if (verdict.kind === 'works') {
    const { accountId, grade } = verdict;
    return (
      <Notice
        tone="good"
        role="status"
        title={accountId === null ? t('keys.works') : t('keys.worksAs', { account: accountId })}
      >
        <p className="text-quiet text-xs">
          {grade === null ? checkedAt : `${t('keys.grade', { grade })} · ${checkedAt}`}
        </p>
      </Notice>
    );
  }
  const text = textOf(verdict.code, language, verdict.params);
  return (
    <Notice tone="bad" role="alert" title={text.message}>
      <p>{text.fix}</p>
      {verdict.code === 'NAVER_IP_NOT_ALLOWED' ? <AddressHelp verdict={verdict} /> : null}
      <p className="mt-1 text-quiet text-xs">
        {verdict.code} · {checkedAt}
      </p>
    </Notice>
  );
}

function AddressHelp({ verdict }: { readonly verdict: ConnectionVerdict & { kind: 'fails' } }) {
  const { t } = useTranslation();
  const { outboundAddress } = verdict;
  return (
    <div className="mt-2 rounded-lg bg-surface p-3">
      {outboundAddress === null ? (
        <p>{t('keys.addressUnknown')}</p>
      ) : (
        <p>
          {t('keys.address')}: <strong className="select-all font-mono">{outboundAddress}</strong>
        </p>
      )}
      <p className="mt-2 font-medium">{t('keys.addressSteps')}</p>
      <ol className="list-decimal pl-5">
        <li>{t('keys.addressStep1')}</li>
        <li>{t('keys.addressStep2')}</li>
        <li>{t('keys.addressStep3')}</li>
      </ol>
    </div>
  );
}
