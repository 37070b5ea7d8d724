import { FileSpreadsheet, History, Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button';

/** What can be done with the whole list: reviewing it by keyboard, tables, and what was done to many. */
export function ListActions({ search }: { readonly search: URLSearchParams }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Button onPress={() => void navigate('/drafts/changes')}>
        <History aria-hidden="true" size={16} />
        {t('review.changes')}
      </Button>
      <Button onPress={() => void navigate('/drafts/table')}>
        <FileSpreadsheet aria-hidden="true" size={16} />
        {t('review.tables')}
      </Button>
      <Button
        tone="primary"
        onPress={() => void navigate({ pathname: '/drafts/review', search: search.toString() })}
      >
        <Keyboard aria-hidden="true" size={16} />
        {t('review.start')}
      </Button>
    </>
  );
}
