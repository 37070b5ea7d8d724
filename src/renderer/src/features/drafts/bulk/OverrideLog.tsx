import type { ItemNo } from '@shared/domain/ids';
import { isMessageCode } from '@shared/texts/catalogue';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../../ipc/use-client';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatTime } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { reasonHeadline } from '../../../ui/reason-headline';
import { useLanguage } from '../../../ui/use-language';

/** Findings that the seller went on in spite of: who, when, why, and the way back. */
export function OverrideLog() {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const queries = useQueryClient();
  const log = useQuery({
    queryKey: ['drafts', 'overrides'],
    queryFn: () => client.request('drafts.listOverrides', {}),
  });
  const withdraw = useMutation({
    mutationFn: ({ itemNo, overrideId }: { itemNo: ItemNo; overrideId: number }) =>
      client.request('drafts.withdrawOverride', { itemNo, overrideId }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
  return (
    <Card title={t('review.history.overrides')}>
      <p className="-mt-2 mb-3 text-quiet text-sm">{t('review.history.overridesHint')}</p>
      {withdraw.error === null ? null : <FaultNotice fault={withdraw.error} />}
      <QueryView query={log}>
        {({ overrides }) =>
          overrides.length === 0 ? (
            <p className="text-quiet">{t('review.history.noOverrides')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {overrides.map((each) => (
                <li key={each.overrideId} className="flex flex-wrap items-center gap-3 py-2.5">
                  <div className="min-w-0 flex-1">
                    <p className="font-medium">
                      {isMessageCode(each.code) ? reasonHeadline(each.code, language) : each.code}
                      {' · '}
                      {each.subject}
                    </p>
                    <p className="text-quiet text-sm">
                      <Link className="text-accent-text underline" to={`/drafts/${each.itemNo}`}>
                        {each.itemNo}
                      </Link>
                      {` · ${each.madeBy} · ${formatTime(each.atMs, Date.now(), language)}`}
                      {each.note === '' ? null : ` · ${each.note}`}
                    </p>
                  </div>
                  {each.withdrawnAtMs === null ? (
                    <Button
                      size="small"
                      isDisabled={withdraw.isPending}
                      onPress={() => withdraw.mutate(each)}
                    >
                      {t('review.history.withdraw')}
                    </Button>
                  ) : (
                    <span className="text-quiet text-sm">{t('review.history.withdrawn')}</span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
