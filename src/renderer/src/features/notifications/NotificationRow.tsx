import type { Notification, NotificationLine } from '@shared/domain/notification';
import { textOf } from '@shared/texts/catalogue';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMarkNotifications } from '../../ipc/notification-queries';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Badge } from '../../ui/Badge';
import { Button, buttonLooks } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { goalOf, KIND_ICONS, pathOf, SEVERITY_COLOURS, SEVERITY_TONES } from './notification-looks';

/** Most that an opened line shows; the product's own history has the rest. */
const OPENED_ROWS = 200;

/** One line of the centre; a group opens into its notifications. */
export function NotificationRow({ line }: { readonly line: NotificationLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mark = useMarkNotifications();
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const { message, fix } = textOf(line.code, language, line.params);
  const Icon = KIND_ICONS[line.kind];
  const isUnread = line.unreadCount > 0;
  const link = goalOf(line);
  const read = (isRead: boolean): void =>
    mark.mutate({ isRead, target: { kind: 'lines', lineKeys: [line.lineKey] } });
  return (
    <li className={isUnread ? 'bg-surface' : 'bg-page/50'}>
      <div className="flex items-start gap-3.5 px-4 py-3.5">
        <span
          className={`mt-0.5 flex size-9 shrink-0 items-center justify-center rounded-full ${SEVERITY_COLOURS[line.severity]}`}
        >
          <Icon aria-hidden="true" size={18} />
        </span>
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            {isUnread ? (
              <span className="size-2 shrink-0 rounded-full bg-accent">
                <span className="sr-only">{t('notifications.unread')}</span>
              </span>
            ) : null}
            <p className={isUnread ? 'font-semibold' : 'text-quiet'}>{message}</p>
            {line.severity === 'info' ? null : (
              <Badge tone={SEVERITY_TONES[line.severity]}>
                {t(`notifications.severity.${line.severity}`)}
              </Badge>
            )}
          </div>
          <p className="mt-0.5 text-quiet text-sm">{fix}</p>
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            {link === null ? null : (
              <Link
                to={pathOf(link)}
                className={buttonLooks('plain', 'small')}
                onClick={() => read(true)}
              >
                {t(`notifications.goTo.${link.screen}`)}
              </Link>
            )}
            {line.count > 1 ? (
              <Button
                size="small"
                tone="ghost"
                aria-expanded={isOpen}
                aria-controls={panelId}
                onPress={() => setOpen(!isOpen)}
              >
                {isOpen ? t('notifications.close') : t('notifications.open', { count: line.count })}
                <ChevronDown
                  aria-hidden="true"
                  size={15}
                  className={`transition-transform ${isOpen ? 'rotate-180' : ''}`}
                />
              </Button>
            ) : null}
            <Button size="small" tone="ghost" onPress={() => read(isUnread)}>
              {t(isUnread ? 'notifications.markRead' : 'notifications.markUnread')}
            </Button>
            {line.latest.repeatCount > 0 && line.count === 1 ? (
              <span className="text-quiet text-xs">
                {t('notifications.repeated', { count: line.latest.repeatCount })}
              </span>
            ) : null}
          </div>
        </div>
        <time
          dateTime={new Date(line.latest.createdAtMs).toISOString()}
          className="shrink-0 whitespace-nowrap pt-0.5 text-quiet text-sm"
        >
          {formatTime(line.latest.createdAtMs, Date.now(), language)}
        </time>
      </div>
      <div id={panelId}>{isOpen ? <Opened lineKey={line.lineKey} /> : null}</div>
    </li>
  );
}

function Opened({ lineKey }: { readonly lineKey: string }) {
  const client = useClient();
  const opened = useQuery({
    queryKey: queryKeys.notifications.line(lineKey),
    queryFn: () => client.request('notifications.listOfLine', { lineKey, limit: OPENED_ROWS }),
  });
  return (
    <div className="border-line border-t bg-page/60 py-1 pr-4 pl-16.5">
      <QueryView query={opened}>
        {({ notifications }) => (
          <ul className="divide-y divide-line">
            {notifications.map((notification) => (
              <OpenedRow key={notification.notificationId} notification={notification} />
            ))}
          </ul>
        )}
      </QueryView>
    </div>
  );
}

function OpenedRow({ notification }: { readonly notification: Notification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mark = useMarkNotifications();
  const { code, params, link, readAtMs, notificationId } = notification;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <p
        className={`min-w-0 flex-1 basis-72 text-sm ${readAtMs === null ? 'font-medium' : 'text-quiet'}`}
      >
        {textOf(code, language, params).message}
      </p>
      {link === null ? null : (
        <Link
          to={pathOf(link)}
          className="font-medium text-accent-text text-sm hover:underline"
          onClick={() =>
            mark.mutate({ isRead: true, target: { kind: 'ids', ids: [notificationId] } })
          }
        >
          {t(`notifications.goTo.${link.screen}`)}
        </Link>
      )}
    </li>
  );
}
