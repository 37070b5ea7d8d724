import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { formatCount } from './format';
import { useLanguage } from './use-language';

export interface PagerProps {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

/** Steps through a long list; nothing when all of it fits on one page. */
export function Pager({ offset, limit, total, onMove }: PagerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (total <= limit) return null;
  return (
    <nav className="flex items-center gap-3">
      <Button
        size="small"
        isDisabled={offset === 0}
        onPress={() => onMove(Math.max(0, offset - limit))}
      >
        {t('common.previous')}
      </Button>
      <span className="text-quiet">
        {t('common.page', {
          from: formatCount(offset + 1, language),
          to: formatCount(Math.min(total, offset + limit), language),
          total: formatCount(total, language),
        })}
      </span>
      <Button
        size="small"
        isDisabled={offset + limit >= total}
        onPress={() => onMove(offset + limit)}
      >
        {t('common.next')}
      </Button>
    </nav>
  );
}
