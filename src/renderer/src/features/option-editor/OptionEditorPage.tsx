import { PackageX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { OptionEditor } from './OptionEditor';
import { useDraft } from './use-draft';

/** The options of one draft (`/drafts/:itemNo/options`), as the supplier wrote them and as they will be sold. */
export function OptionEditorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { itemNo = '' } = useParams();
  const query = useDraft(itemNo);
  const draft = query.data;
  if (draft !== undefined && draft !== null) return <OptionEditor key={itemNo} draft={draft} />;
  return (
    <Page title={t('optionEditor.title')} subtitle={itemNo}>
      <QueryView query={query}>
        {() => (
          <EmptyState
            title={t('optionEditor.noDraft')}
            hint={t('optionEditor.noDraftHint')}
            Icon={PackageX}
          >
            <Button onPress={() => void navigate('/drafts')}>{t('optionEditor.toDrafts')}</Button>
          </EmptyState>
        )}
      </QueryView>
    </Page>
  );
}
