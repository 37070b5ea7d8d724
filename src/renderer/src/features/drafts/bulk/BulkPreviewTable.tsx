import type { BulkPreviewRow } from '@shared/domain/draft-bulk';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge';
import { formatCount } from '../../../ui/format';
import { reasonHeadline } from '../../../ui/reason-headline';
import { useLanguage } from '../../../ui/use-language';
import { DRAFT_LOOKS } from '../draft-looks';
import { FieldChanges } from '../FieldChanges';

export interface BulkPreviewTableProps {
  readonly rows: readonly BulkPreviewRow[];
  readonly total: number;
}

/** Which drafts would change, how, and what would keep them back afterwards. */
export function BulkPreviewTable({ rows, total }: BulkPreviewTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (value: number): string => formatCount(value, language);
  const changing = rows.filter(({ skipped }) => skipped === null);
  const becomeReady = changing.filter(
    ({ stateBefore, stateAfter }) => stateBefore !== 'ready' && stateAfter === 'ready',
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <span className="font-semibold text-accent-text">
          {t('review.bulk.willChange', { value: count(changing.length) })}
        </span>
        <span className="text-good">
          {t('review.bulk.willBeReady', { value: count(becomeReady.length) })}
        </span>
        <span className="text-quiet">
          {t('review.bulk.willStay', { value: count(rows.length - changing.length) })}
        </span>
      </p>
      <p className="text-quiet text-xs">
        {total > rows.length
          ? t('review.bulk.previewFirst', { shown: count(rows.length), total: count(total) })
          : t('review.bulk.previewHint')}
      </p>
      <section
        aria-label={t('review.bulk.table')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        className="max-h-[60vh] overflow-auto rounded-lg border border-line"
      >
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-surface shadow-[inset_0_-1px_0_var(--line)]">
            <tr className="text-quiet text-xs">
              <th className="px-3 py-2 font-medium" scope="col">
                {t('review.bulk.product')}
              </th>
              <th className="px-3 py-2 font-medium" scope="col">
                {t('review.bulk.change')}
              </th>
              <th className="w-36 px-3 py-2 font-medium" scope="col">
                {t('review.bulk.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const look = DRAFT_LOOKS[row.stateAfter];
              const [open] = row.openReasons;
              return (
                <tr key={row.itemNo} className="border-line border-b align-top last:border-b-0">
                  <td className="max-w-56 px-3 py-2">
                    <p className="truncate font-medium">{row.name}</p>
                    <p className="text-quiet text-xs">{row.itemNo}</p>
                  </td>
                  <td className="px-3 py-2">
                    {row.skipped !== null ? (
                      <span className="text-quiet">{t('review.bulk.same')}</span>
                    ) : row.changes.length === 0 ? (
                      <span className="text-good">{t('review.bulk.kinds.confirm')}</span>
                    ) : (
                      <FieldChanges changes={row.changes} />
                    )}
                  </td>
                  <td className="px-3 py-2">
                    <Badge tone={look.tone} Icon={look.Icon}>
                      {t(`drafts.states.${row.stateAfter}`)}
                    </Badge>
                    {open === undefined ? null : (
                      <p className="mt-1 text-quiet text-xs">
                        {t('review.bulk.open', { reason: reasonHeadline(open.code, language) })}
                      </p>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
