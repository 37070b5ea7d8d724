import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import { REHEARSAL_MAX_ITEMS } from '@shared/ipc/rehearsals';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { INPUT_LOOKS } from '../../ui/fields';
import { formatCount, formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { useQueueCommand, useRehearsals } from './batch-queries';
import { RehearsalCard } from './RehearsalCard';

/** Trying a list without sending anything, and what came of earlier tries. */
export function RehearsalsView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const rehearsals = useRehearsals();
  const begin = useQueueCommand('registration.beginRehearsal');
  const [text, setText] = useState('');
  const itemNos = numbersIn(text);
  return (
    <>
      <Card title={t('queue.rehearsal.title')}>
        <p className="mb-3 text-quiet text-sm">{t('queue.rehearsal.hint')}</p>
        <TextField value={text} onChange={setText}>
          <Label className="mb-1 block font-medium text-quiet text-sm">
            {t('queue.rehearsal.numbers')}
          </Label>
          <TextArea rows={3} className={`${INPUT_LOOKS} py-2`} />
        </TextField>
        {begin.error === null ? null : <FaultNotice fault={begin.error} />}
        <div className="mt-3 flex justify-end">
          <Button
            tone="primary"
            isDisabled={itemNos.length === 0 || begin.isPending}
            onPress={() => {
              const name = t('queue.rehearsal.name', {
                time: formatTime(Date.now(), Date.now(), language),
              });
              begin.mutate({ name, itemNos }, { onSuccess: () => setText('') });
            }}
          >
            <FlaskConical aria-hidden="true" size={16} />
            {itemNos.length === 0
              ? t('queue.rehearsal.begin')
              : t('queue.rehearsal.beginMany', { left: formatCount(itemNos.length, language) })}
          </Button>
        </div>
      </Card>
      <QueryView query={rehearsals}>
        {({ rehearsals: shown }) => (
          <ul aria-label={t('queue.views.rehearsals')} className="flex flex-col gap-3">
            {shown.map((rehearsal) => (
              <li key={rehearsal.rehearsalId}>
                <RehearsalCard rehearsal={rehearsal} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}

/** Every item number in `text`, each once, as many as one rehearsal takes. */
function numbersIn(text: string): ItemNo[] {
  const numbers = text.split(/[^0-9]+/).flatMap((word) => parseItemNo(word) ?? []);
  return [...new Set(numbers)].slice(0, REHEARSAL_MAX_ITEMS);
}
