import type { ChoiceProfitRow } from '@shared/ipc/drafts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatKrw, formatPercent } from '../../../ui/format';
import { useLanguage } from '../../../ui/use-language';

const SHOWN_ROWS = 50;

/** What every combination brings and what is taken off, in the core's order: the least profitable first. */
export function ProfitTable({ profits }: { readonly profits: readonly ChoiceProfitRow[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (profits.length === 0) return null;
  const krw = (amountKrw: number): string => formatKrw(amountKrw, language);
  const more = profits.length - SHOWN_ROWS;
  const heading = 'px-2.5 py-1.5 text-right font-medium';
  return (
    <section
      aria-label={t('editor.profitTable')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="mt-4 max-h-72 overflow-auto rounded-lg border border-line"
    >
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-surface text-quiet text-xs shadow-[inset_0_-1px_0_var(--line)]">
          <tr>
            <th scope="col" className="px-2.5 py-1.5 text-left font-medium">
              {t('editor.profitChoice')}
            </th>
            <th scope="col" className={heading}>
              {t('editor.profitPaid')}
            </th>
            <th scope="col" className={heading}>
              {t('editor.profitGoods')}
            </th>
            <th scope="col" className={heading}>
              {t('editor.profitFee')}
            </th>
            <th scope="col" className={heading}>
              {t('editor.profitDelivery')}
            </th>
            <th scope="col" className={heading}>
              {t('editor.profitLeft')}
            </th>
            <th scope="col" className={heading}>
              {t('editor.margin')}
            </th>
          </tr>
        </thead>
        <tbody>
          {profits.slice(0, SHOWN_ROWS).map((row) => (
            <tr key={row.values.join('\n')} className="border-line border-b last:border-b-0">
              <th scope="row" className="max-w-48 truncate px-2.5 py-1.5 text-left font-normal">
                {row.values.length === 0 ? t('editor.profitPlain') : row.values.join(' / ')}
              </th>
              <td className="px-2.5 py-1.5 text-right">{krw(row.paidKrw)}</td>
              <td className="px-2.5 py-1.5 text-right text-quiet">{krw(row.goodsKrw)}</td>
              <td className="px-2.5 py-1.5 text-right text-quiet">{krw(row.feeKrw)}</td>
              <td className="px-2.5 py-1.5 text-right text-quiet">{krw(row.deliveryKrw)}</td>
              <td
                className={`px-2.5 py-1.5 text-right font-semibold ${row.profitKrw < 0 ? 'text-bad' : 'text-good'}`}
              >
                {krw(row.profitKrw)}
              </td>
              <td className="px-2.5 py-1.5 text-right">
                {formatPercent(row.marginRate, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more <= 0 ? null : (
        <p className="px-2.5 py-1.5 text-quiet text-xs">
          {t('editor.profitMore', { count: more, value: formatCount(more, language) })}
        </p>
      )}
    </section>
  );
}
