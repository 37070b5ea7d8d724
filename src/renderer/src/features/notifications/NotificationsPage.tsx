import {
  NOTIFICATION_TOPICS,
  type NotificationLine,
  type NotificationTopic,
} from '@shared/domain/notification';
import { Bell, CheckCheck, Settings as SettingsIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  useMarkNotifications,
  useNotificationLines,
  useUnread,
} from '../../ipc/notification-queries';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount, formatDay } from '../../ui/format';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { SwitchBox } from '../../ui/SwitchBox';
import { useLanguage } from '../../ui/use-language';
import { NotificationRow } from './NotificationRow';

const PAGE_ROWS = 50;
const TOPICS = ['all', ...(Object.keys(NOTIFICATION_TOPICS) as NotificationTopic[])] as const;

/** Everything the seller was told, newest first, with the way to what it is about. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const [topic, setTopic] = useState<(typeof TOPICS)[number]>('all');
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const [rows, setRows] = useState(PAGE_ROWS);
  const unread = useUnread();
  const mark = useMarkNotifications();
  const lines = useNotificationLines({
    ...(topic === 'all' ? {} : { topics: [topic] }),
    isUnreadOnly,
    limit: rows,
  });
  const unreadLines = unread.data?.lines ?? 0;
  const isFiltered = topic !== 'all' || isUnreadOnly;
  return (
    <Page
      title={t('notifications.title')}
      subtitle={
        unreadLines === 0
          ? t('notifications.subtitleNone')
          : t('notifications.subtitle', { lines: formatCount(unreadLines, language) })
      }
      actions={
        <>
          <Button
            isDisabled={unreadLines === 0 || lines.data === undefined}
            onPress={() =>
              mark.mutate({
                isRead: true,
                target: { kind: 'all', upToId: lines.data?.latestId ?? 0 },
              })
            }
          >
            <CheckCheck aria-hidden="true" size={17} />
            {t('notifications.markAll')}
          </Button>
          <Button onPress={() => void navigate('/notifications/settings')}>
            <SettingsIcon aria-hidden="true" size={17} />
            {t('notifications.settings')}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ChoiceGroup
          label={t('notifications.topics.label')}
          isLabelHidden
          value={topic}
          choices={TOPICS.map((value) => ({ value, text: t(`notifications.topics.${value}`) }))}
          onChange={setTopic}
        />
        <SwitchBox
          label={t('notifications.unreadOnly')}
          isSelected={isUnreadOnly}
          onChange={setUnreadOnly}
        />
      </div>
      <QueryView query={lines}>
        {({ lines: shown, total }) =>
          shown.length === 0 ? (
            <EmptyState
              Icon={Bell}
              title={t(isFiltered ? 'notifications.emptyFiltered' : 'notifications.empty')}
              hint={t(isFiltered ? 'notifications.emptyFilteredHint' : 'notifications.emptyHint')}
            />
          ) : (
            <>
              <Days lines={shown} />
              {total > shown.length ? (
                <div className="flex justify-center">
                  <Button onPress={() => setRows(rows + PAGE_ROWS)}>
                    {t('notifications.more')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

const DAY_MS = 86_400_000;

function Days({ lines }: { readonly lines: readonly NotificationLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nowMs = Date.now();
  const nameOf = (atMs: number): string => {
    const day = new Date(atMs).toDateString();
    if (day === new Date(nowMs).toDateString()) return t('notifications.today');
    if (day === new Date(nowMs - DAY_MS).toDateString()) return t('notifications.yesterday');
    return formatDay(atMs, language);
  };
  const days = Map.groupBy(lines, ({ latest }) => nameOf(latest.createdAtMs));
  return [...days].map(([day, own]) => (
    <section key={day} aria-label={day}>
      <h2 className="mb-2 px-1 font-semibold text-quiet text-sm">{day}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-card">
        {own.map((line) => (
          <NotificationRow key={line.lineKey} line={line} />
        ))}
      </ul>
    </section>
  ));
}
