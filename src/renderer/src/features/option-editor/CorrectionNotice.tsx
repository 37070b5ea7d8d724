import { describeCorrection } from '@shared/options/describe-correction';
import { History } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useSession } from './editor-context';
import { shapeOf } from './shape';
import { useCorrectionBatch, useCorrectionOffer } from './use-correction';

/** How the seller corrected this supplier's options before: taken by one press, never by itself. */
export const CorrectionNotice = memo(() => {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useDispatch();
  const { draft, editing } = useSession();
  const offer = useCorrectionOffer(draft.itemNo, draft.version).data ?? null;
  const { forget } = useCorrectionBatch(draft.itemNo);
  const isTaken = editing.past.some(
    ({ command }) => command.kind === 'take-model' && command.from === 'correction',
  );
  if (offer === null || isTaken) return null;
  const { model, separator, commands } = offer;
  return (
    <Notice
      tone="info"
      role="status"
      Icon={History}
      title={t('optionEditor.offer')}
      actions={
        <>
          <Button
            size="small"
            tone="primary"
            onPress={() => dispatch({ kind: 'take-correction', model, separator })}
          >
            {t('optionEditor.takeOffer')}
          </Button>
          <Button size="small" tone="ghost" onPress={() => forget.mutate()}>
            {t('optionEditor.forgetOffer')}
          </Button>
        </>
      }
    >
      <p>
        {describeCorrection(commands)[language]}
        {' → '}
        <span className="font-medium">{shapeOf(model) || t('optionEditor.noDimensions')}</span>
      </p>
    </Notice>
  );
});
