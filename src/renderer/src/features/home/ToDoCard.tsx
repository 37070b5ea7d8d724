import { textOf } from '@shared/texts/catalogue';
import {
  ChevronRight,
  CircleCheck,
  CircleHelp,
  CircleX,
  type LucideIcon,
  PackagePlus,
  Pause,
  Search,
  TriangleAlert,
  Upload,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDraftOverview } from '../../ipc/draft-queries';
import { useQueueStatus } from '../../ipc/queue-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';
import { Loading } from '../../ui/QueryView';
import { reasonHeadline } from '../../ui/reason-headline';
import { useLanguage } from '../../ui/use-language';

interface ToDo {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly to: string;
  readonly Icon: LucideIcon;
  readonly colour: string;
}

const SHOWN_REASONS = 4;

/** What only the seller can settle, most pressing first, each with the way there. */
export function ToDoCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const status = useQueueStatus();
  const overview = useDraftOverview();
  if (status.data === undefined || overview.data === undefined) {
    return (
      <Card title={t('home.attentionTitle')}>
        <Loading />
      </Card>
    );
  }
  const { counts, isPaused, pauseReason } = status.data;
  const { byState, byReason } = overview.data;
  const isNew = [...Object.values(counts), ...Object.values(byState)].every((each) => each === 0);
  if (isNew && !isPaused) return <FirstProducts />;
  const pause =
    pauseReason === null ? null : textOf(pauseReason.code, language, pauseReason.params);
  const all: readonly (ToDo & { readonly isDue: boolean })[] = [
    {
      key: 'paused',
      isDue: isPaused,
      title: t('home.doPaused'),
      hint: pause === null ? t('home.doPausedHint') : `${pause.message} ${pause.fix}`,
      to: '/queue',
      Icon: Pause,
      colour: 'text-warn',
    },
    {
      key: 'rejected',
      isDue: counts.rejected > 0,
      title: t('home.doRejected', { count: counts.rejected }),
      hint: t('home.doRejectedHint'),
      to: '/queue?state=rejected',
      Icon: CircleX,
      colour: 'text-bad',
    },
    {
      key: 'failed',
      isDue: counts.failed > 0,
      title: t('home.doFailed', { count: counts.failed }),
      hint: t('home.doFailedHint'),
      to: '/queue?state=failed',
      Icon: TriangleAlert,
      colour: 'text-bad',
    },
    {
      key: 'review',
      isDue: byState['needs-review'] > 0,
      title: t('home.doReview', { count: byState['needs-review'] }),
      hint: t('home.doReviewHint'),
      to: '/drafts?state=needs-review',
      Icon: CircleHelp,
      colour: 'text-warn',
    },
    {
      key: 'blocked',
      isDue: byState.blocked > 0,
      title: t('home.doBlocked', { count: byState.blocked }),
      hint: t('home.doBlockedHint'),
      to: '/drafts?state=blocked',
      Icon: CircleX,
      colour: 'text-bad',
    },
  ];
  const due = all.filter(({ isDue }) => isDue);
  return (
    <Card title={t('home.attentionTitle')}>
      {due.length === 0 ? (
        <div className="flex items-center gap-3 py-2">
          <CircleCheck aria-hidden="true" size={26} className="text-good" />
          <div>
            <p className="font-medium">{t('home.attentionNone')}</p>
            <p className="text-quiet text-sm">{t('home.attentionNoneHint')}</p>
          </div>
        </div>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {due.map(({ key, title, hint, to, Icon, colour }) => (
            <li key={key}>
              <Link
                to={to}
                className="flex items-center gap-3 rounded-lg px-2 py-2.5 transition-colors hover:bg-page"
              >
                <Icon aria-hidden="true" size={20} className={`shrink-0 ${colour}`} />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{title}</span>
                  <span className="block text-quiet text-sm">{hint}</span>
                </span>
                <ChevronRight aria-hidden="true" size={18} className="shrink-0 text-quiet" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {byReason.length === 0 ? null : (
        <>
          <h3 className="mt-4 mb-1 border-line border-t pt-4 font-medium text-quiet text-sm">
            {t('home.topReasons')}
          </h3>
          <ul className="-mx-2">
            {byReason.slice(0, SHOWN_REASONS).map((reason) => (
              <li key={reason.code}>
                <Link
                  to={`/drafts?reason=${reason.code}`}
                  className="flex items-baseline justify-between gap-4 rounded-lg px-2 py-1.5 text-sm hover:bg-page"
                >
                  <span>{reasonHeadline(reason.code, language)}</span>
                  <span className="shrink-0 font-medium text-quiet">
                    {t('home.reasonCount', { count: reason.count })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** What a seller without any product does first. */
function FirstProducts() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Card title={t('home.attentionTitle')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 py-1">
        <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
          <PackagePlus aria-hidden="true" size={22} />
        </span>
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">{t('home.firstTitle')}</p>
          <p className="text-quiet text-sm">{t('home.firstHint')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => void navigate('/sourcing')}>
            <Search aria-hidden="true" size={16} />
            {t('home.firstSearch')}
          </Button>
          <Button onPress={() => void navigate('/import')}>
            <Upload aria-hidden="true" size={16} />
            {t('home.firstImport')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
