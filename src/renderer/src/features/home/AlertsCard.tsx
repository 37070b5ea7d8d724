import { textOf } from '@shared/texts/catalogue';
import { BellOff, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNotificationLines } from '../../ipc/notification-queries';
import { formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

const SHOWN_LINES = 5;
const DOTS = { info: 'bg-accent', ask: 'bg-warn-fill', alarm: 'bg-bad-fill' } as const;

/** What was told and not read yet, newest first. */
export function AlertsCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const lines = useNotificationLines({ isUnreadOnly: true, limit: SHOWN_LINES });
  return (
    <Card
      title={t('home.alerts')}
      aside={
        <Link
          to="/notifications"
          className="inline-flex items-center font-medium text-accent-text text-sm hover:underline"
        >
          {t('home.allAlerts')}
          <ChevronRight aria-hidden="true" size={15} />
        </Link>
      }
    >
      <QueryView query={lines}>
        {({ lines: shown }) =>
          shown.length === 0 ? (
            <p className="flex items-center gap-2.5 py-1 text-quiet">
              <BellOff aria-hidden="true" size={18} />
              {t('home.noAlerts')}
            </p>
          ) : (
            <ul className="-mx-2 flex flex-col">
              {shown.map((line) => (
                <li key={line.lineKey}>
                  <Link
                    to="/notifications"
                    className="flex items-start gap-2.5 rounded-lg px-2 py-2 transition-colors hover:bg-page"
                  >
                    <span
                      aria-hidden="true"
                      className={`mt-2 size-2 shrink-0 rounded-full ${DOTS[line.severity]}`}
                    />
                    <span className="min-w-0 flex-1">
                      <span className="block text-sm">
                        {line.severity === 'info' ? null : (
                          <span className="sr-only">
                            {t(`notifications.severity.${line.severity}`)}{' '}
                          </span>
                        )}
                        {textOf(line.code, language, line.params).message}
                      </span>
                      <span className="block text-quiet text-xs">
                        {formatTime(line.latest.createdAtMs, Date.now(), language)}
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
