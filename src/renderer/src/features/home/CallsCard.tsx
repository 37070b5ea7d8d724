import { useTranslation } from 'react-i18next';
import { useMetrics } from '../../ipc/metrics-queries';
import { formatCount, formatPercent } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

const SHOWN_APIS = 6;

/** How long today's calls took, by API, and what the cache spared. */
export function CallsCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const overview = useMetrics(1);
  const seconds = (durationMs: number): string =>
    t('home.seconds', {
      value: (durationMs / 1000).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US', {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    });
  return (
    <Card title={t('home.callsTitle')}>
      <QueryView query={overview}>
        {({ calls, refusedForRate, cache }) => {
          const shown = calls.slice(0, SHOWN_APIS);
          const slowestMs = Math.max(1, ...shown.map(({ p95Ms }) => p95Ms));
          return (
            <>
              {shown.length === 0 ? (
                <p className="text-quiet text-sm">{t('home.callsNone')}</p>
              ) : (
                <table className="w-full text-sm">
                  <thead className="text-left text-quiet text-xs">
                    <tr>
                      <th scope="col" className="pb-1.5 font-medium">
                        {t('home.naverApi')}
                      </th>
                      <th
                        scope="col"
                        className="whitespace-nowrap pb-1.5 pl-3 text-right font-medium"
                      >
                        {t('home.naverGranted')}
                      </th>
                      <th scope="col" className="w-2/5 pb-1.5 pl-4 font-medium">
                        {t('home.slowest')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map(({ market, method, count, averageMs, p95Ms }) => (
                      <tr key={`${market} ${method}`} className="border-line border-t">
                        <th scope="row" className="py-1.5 text-left font-normal">
                          <span className="block text-quiet text-xs">
                            {t(`home.markets.${market}`)}
                          </span>
                          <code className="break-all text-xs">{method}</code>
                        </th>
                        <td className="py-1.5 text-right">{formatCount(count, language)}</td>
                        <td className="py-1.5 pl-4">
                          <div className="flex justify-between gap-2 text-xs">
                            <span className="font-medium">{seconds(p95Ms)}</span>
                            <span className="text-quiet">
                              {t('home.average', { value: seconds(averageMs) })}
                            </span>
                          </div>
                          <div aria-hidden="true" className="mt-1 h-1.5 rounded-full bg-sunken">
                            <div
                              className="h-full rounded-full bg-accent"
                              style={{ width: `${Math.max(2, (p95Ms / slowestMs) * 100)}%` }}
                            />
                          </div>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              <p className="mt-3 border-line border-t pt-3 text-quiet text-xs">
                {t('home.refusals', { number: formatCount(refusedForRate, language) })}
                {' · '}
                {cache.hits + cache.misses === 0
                  ? t('home.cacheUnused')
                  : t('home.cacheShare', {
                      share: formatPercent(cache.hits / (cache.hits + cache.misses), language),
                    })}
              </p>
            </>
          );
        }}
      </QueryView>
    </Card>
  );
}
