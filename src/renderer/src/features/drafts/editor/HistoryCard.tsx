import { parseItemNo } from '@shared/domain/ids';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../ipc/use-client';
import { Button } from '../../../ui/Button';
import { formatTime } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { useLanguage } from '../../../ui/use-language';
import { FieldChanges } from '../FieldChanges';
import type { DraftEditing } from './use-draft-editing';

export interface HistoryCardProps {
  readonly itemNo: string;
  readonly editing: DraftEditing;
}

/** Every change of the draft with what it was before; the newest can be taken back. */
export function HistoryCard({ itemNo: itemNoText, editing }: HistoryCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const itemNo = parseItemNo(itemNoText);
  const version = editing.draft.data?.version ?? 0;
  const history = useQuery({
    queryKey: ['drafts', 'history', itemNoText, version],
    queryFn: () => {
      if (itemNo === null) throw new TypeError('no item number');
      return client.request('drafts.history', { itemNo });
    },
    enabled: itemNo !== null && version > 0,
  });
  const edits = history.data?.edits ?? [];
  const canUndo = edits.some(
    ({ kind, isUndone }) => !isUndone && kind !== 'refresh' && kind !== 'undo',
  );
  return (
    <Card
      title={t('editor.historyTitle')}
      aside={
        <Button
          size="small"
          isDisabled={!canUndo || editing.undoLast.isPending || editing.changedFields.length > 0}
          onPress={() => editing.undoLast.mutate()}
        >
          <Undo2 aria-hidden="true" size={14} />
          {t('editor.historyUndo')}
        </Button>
      }
    >
      {edits.length === 0 ? (
        <p className="text-quiet text-sm">{t('editor.historyNone')}</p>
      ) : (
        <Disclosure>
          <Heading level={3}>
            <AriaButton
              slot="trigger"
              className="cursor-pointer rounded font-medium text-accent-text text-sm hover:underline"
            >
              {`${t(`editor.historyKinds.${edits[0]?.kind ?? 'seller'}`)} · ${formatTime(edits[0]?.atMs ?? 0, Date.now(), language)}`}
            </AriaButton>
          </Heading>
          <DisclosurePanel>
            <ul className="mt-3 flex max-h-80 flex-col gap-3 overflow-y-auto">
              {edits.map((edit) => (
                <li key={edit.editId} className="border-line border-l-2 pl-3">
                  <p className="text-quiet text-xs">
                    {[
                      t(`editor.historyKinds.${edit.kind}`),
                      formatTime(edit.atMs, Date.now(), language),
                      ...(edit.isUndone ? [t('editor.historyUndone')] : []),
                    ].join(' · ')}
                  </p>
                  <FieldChanges changes={edit.changes} />
                </li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      )}
    </Card>
  );
}
