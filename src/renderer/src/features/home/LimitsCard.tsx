import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLimits } from '../../ipc/limits-queries';
import { CodeNotice } from '../../ui/CodeNotice';
import { formatCount, formatTime } from '../../ui/format';
import { Meter } from '../../ui/Meter';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

/** What is left of the marketplaces' allowances. */
export function LimitsCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const limits = useLimits();
  const count = (value: number): string => formatCount(value, language);
  const time = (atMs: number): string => formatTime(atMs, Date.now(), language);
  return (
    <Card title={t('home.limitsTitle')}>
      <QueryView query={limits}>
        {({ domeggook, naver, backend, fault }) => (
          <div className="flex flex-col gap-5">
            {fault === null ? null : <CodeNotice role="alert" {...fault} />}
            <div>
              <Meter
                label={t('home.domeggook')}
                value={domeggook.usedToday}
                max={domeggook.perDay}
                valueText={t('home.domeggookValue', {
                  used: count(domeggook.usedToday),
                  perDay: count(domeggook.perDay),
                })}
              />
              <p className="mt-1.5 text-quiet text-xs">
                {domeggook.silentUntilMs === null
                  ? t('home.resets', { time: time(domeggook.resetsAtMs) })
                  : t('home.silent', { time: time(domeggook.silentUntilMs) })}
              </p>
            </div>
            <div>
              <h3 className="mb-1.5 text-quiet text-sm">{t('home.naver')}</h3>
              {naver.length === 0 ? (
                <p className="text-sm">{t('home.naverNone')}</p>
              ) : (
                <>
                  <p className="font-medium text-sm">
                    {t('home.naverSum', {
                      granted: count(naver.reduce((sum, each) => sum + each.grantedTotal, 0)),
                      waiting: count(
                        naver.reduce(
                          (sum, { waiting }) => sum + waiting.sync + waiting.normal + waiting.batch,
                          0,
                        ),
                      ),
                    })}
                  </p>
                  <Disclosure className="mt-1">
                    <Heading level={4}>
                      <AriaButton
                        slot="trigger"
                        className="cursor-pointer rounded font-medium text-accent-text text-sm hover:underline"
                      >
                        {t('home.naverDetails')}
                      </AriaButton>
                    </Heading>
                    <DisclosurePanel>
                      <table className="mt-2 w-full text-sm">
                        <thead className="text-left text-quiet text-xs">
                          <tr>
                            <th scope="col" className="py-1 font-medium">
                              {t('home.naverApi')}
                            </th>
                            <th
                              scope="col"
                              className="py-1 whitespace-nowrap pl-3 text-right font-medium"
                            >
                              {t('home.naverRate')}
                            </th>
                            <th
                              scope="col"
                              className="py-1 whitespace-nowrap pl-3 text-right font-medium"
                            >
                              {t('home.naverWaiting')}
                            </th>
                            <th
                              scope="col"
                              className="py-1 whitespace-nowrap pl-3 text-right font-medium"
                            >
                              {t('home.naverGranted')}
                            </th>
                          </tr>
                        </thead>
                        <tbody>
                          {naver.map(
                            ({ api, ratePerSecond, waiting, grantedTotal, pausedUntilMs }) => (
                              <tr key={api} className="border-line border-t align-top">
                                <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                                  <code className="text-xs">{api}</code>
                                  {pausedUntilMs === null ? null : (
                                    <span className="block text-warn text-xs">
                                      {t('home.naverPaused', { time: time(pausedUntilMs) })}
                                    </span>
                                  )}
                                </th>
                                <td className="py-1.5 text-right">{count(ratePerSecond)}</td>
                                <td className="py-1.5 text-right">
                                  {count(waiting.sync + waiting.normal + waiting.batch)}
                                </td>
                                <td className="py-1.5 text-right">{count(grantedTotal)}</td>
                              </tr>
                            ),
                          )}
                        </tbody>
                      </table>
                    </DisclosurePanel>
                  </Disclosure>
                </>
              )}
            </div>
            <p className="border-line border-t pt-3 text-quiet text-xs">
              {t('home.backend')}: {t(`home.backends.${backend}`)}
            </p>
          </div>
        )}
      </QueryView>
    </Card>
  );
}
