import type { NotificationLine, NotificationLink } from '@shared/domain/notification';
import { textOf } from '@shared/texts/catalogue';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useClient } from '../../ipc/use-client';
import { IconButton } from '../../ui/IconButton';
import { useLanguage } from '../../ui/use-language';
import { goalOf, KIND_ICONS, pathOf, SEVERITY_COLOURS } from './notification-looks';
import { begunAnew, nextEndMs, stillShown, type Toast, withAdded } from './toast-list';

const NOTIFICATIONS: NotificationLink = { screen: 'notifications' };

/** What is new, for a moment; an alarm stays until it is closed. Also goes where a system notification leads. */
export function NotificationToasts() {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [isHeld, setHeld] = useState(false);
  const close = (lineKey: string): void => {
    setToasts((shown) => shown.filter(({ line }) => line.lineKey !== lineKey));
    // What held the others may have been inside of it, and says nothing when it goes.
    setHeld(false);
  };

  useEffect(
    () =>
      client.subscribe('notifications.changed', ({ added }) => {
        if (added.length === 0) return;
        setToasts((shown) => withAdded(shown, added, performance.now()));
      }),
    [client],
  );
  useEffect(
    () => client.subscribe('notifications.opened', ({ link }) => void navigate(pathOf(link))),
    [client, navigate],
  );
  useEffect(() => {
    const endMs = nextEndMs(toasts);
    if (endMs === null || isHeld) return;
    const timer = setTimeout(
      () => setToasts((shown) => stillShown(shown, performance.now())),
      Math.max(0, endMs - performance.now()) + 20,
    );
    return () => clearTimeout(timer);
  }, [toasts, isHeld]);

  // Nobody loses what they are reading or about to press.
  const hold = (): void => setHeld(true);
  const letGo = (): void => {
    setHeld(false);
    setToasts((shown) => begunAnew(shown, performance.now()));
  };
  return (
    <section
      aria-label={t('notifications.toasts')}
      aria-live="polite"
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
      className="pointer-events-none fixed bottom-5 left-1/2 z-40 flex w-[23rem] max-w-[calc(100vw-2.5rem)] -translate-x-1/2 flex-col gap-2.5 lg:left-[calc(50%+7.5rem)]"
    >
      {toasts.map(({ line }) => (
        <ToastCard key={line.lineKey} line={line} onClose={() => close(line.lineKey)} />
      ))}
    </section>
  );
}

function ToastCard({
  line,
  onClose,
}: {
  readonly line: NotificationLine;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { message } = textOf(line.code, language, line.params);
  const Icon = KIND_ICONS[line.kind];
  const goal = goalOf(line) ?? NOTIFICATIONS;
  return (
    <div className="pointer-events-auto flex items-start gap-3 rounded-xl border border-line bg-raised p-3.5 shadow-float">
      <span
        className={`flex size-8 shrink-0 items-center justify-center rounded-full ${SEVERITY_COLOURS[line.severity]}`}
      >
        <Icon aria-hidden="true" size={16} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium text-sm">{message}</p>
        <Link
          to={pathOf(goal)}
          onClick={onClose}
          className="mt-1 inline-block font-semibold text-accent-text text-sm hover:underline"
        >
          {t(`notifications.goTo.${goal.screen}`)}
        </Link>
      </div>
      <IconButton
        label={t('notifications.dismiss')}
        onPress={onClose}
        className="-m-1 cursor-pointer rounded-md p-1 text-quiet hover:bg-sunken hover:text-text"
        Icon={X}
      />
    </div>
  );
}
