import type { NotificationLine } from '@shared/domain/notification';
import { textOf } from '@shared/texts/catalogue';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useClient } from '../../ipc/use-client';
import { useLanguage } from '../../ui/use-language';
import { KIND_ICONS, pathOf, SEVERITY_COLOURS } from './notification-looks';

const SHOWN_MS = 8_000;
/** More than this at once is read in the centre. */
const MOST_AT_ONCE = 3;

interface Toast {
  readonly line: NotificationLine;
  readonly shownAtMs: number;
}

/** What is new, for a moment; an alarm stays until it is closed. Also goes where a system notification leads. */
export function NotificationToasts() {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = (lineKey: string): void =>
    setToasts((shown) => shown.filter(({ line }) => line.lineKey !== lineKey));

  useEffect(
    () =>
      client.subscribe('notifications.changed', ({ added }) => {
        if (added.length === 0) return;
        const shownAtMs = performance.now();
        setToasts((shown) => {
          const isNew = new Set(added.map(({ lineKey }) => lineKey));
          const kept = shown.filter(({ line }) => !isNew.has(line.lineKey));
          return [...added.map((line) => ({ line, shownAtMs })), ...kept].slice(0, MOST_AT_ONCE);
        });
      }),
    [client],
  );
  useEffect(
    () => client.subscribe('notifications.opened', ({ link }) => void navigate(pathOf(link))),
    [client, navigate],
  );
  useEffect(() => {
    const passing = toasts.filter(({ line }) => line.severity !== 'alarm');
    if (passing.length === 0) return;
    const firstEndMs = Math.min(...passing.map(({ shownAtMs }) => shownAtMs)) + SHOWN_MS;
    const timer = setTimeout(
      () => {
        const nowMs = performance.now();
        setToasts((shown) =>
          shown.filter(
            ({ line, shownAtMs }) => line.severity === 'alarm' || shownAtMs + SHOWN_MS > nowMs,
          ),
        );
      },
      Math.max(0, firstEndMs - performance.now()) + 20,
    );
    return () => clearTimeout(timer);
  }, [toasts]);

  return (
    <section
      aria-label={t('notifications.toasts')}
      aria-live="polite"
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
  const { link } = line.latest;
  const to = link === null || line.count > 1 ? '/notifications' : pathOf(link);
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
          to={to}
          onClick={onClose}
          className="mt-1 inline-block font-semibold text-accent-text text-sm hover:underline"
        >
          {link === null || line.count > 1
            ? t('notifications.title')
            : t(`notifications.goTo.${link.screen}`)}
        </Link>
      </div>
      <AriaButton
        aria-label={t('notifications.dismiss')}
        onPress={onClose}
        className="-m-1 cursor-pointer rounded-md p-1 text-quiet hover:bg-sunken hover:text-text"
      >
        <X aria-hidden="true" size={16} />
      </AriaButton>
    </div>
  );
}
