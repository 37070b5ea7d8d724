import { Redo2, Save, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { useDispatch, useSession } from './editor-context';
import { ShapeMenu } from './ShapeMenu';

export interface EditorActionsProps {
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
}

/** What can be done with the options as a whole. */
export const EditorActions = memo(({ isDirty, isSaving, onSave }: EditorActionsProps) => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { aroundPast, aroundFuture } = useSession();
  return (
    <>
      <ShapeMenu />
      <Button isDisabled={aroundPast.length === 0} onPress={() => dispatch({ kind: 'undo' })}>
        <Undo2 aria-hidden="true" size={16} />
        {t('optionEditor.undo')}
      </Button>
      <Button isDisabled={aroundFuture.length === 0} onPress={() => dispatch({ kind: 'redo' })}>
        <Redo2 aria-hidden="true" size={16} />
        {t('optionEditor.redo')}
      </Button>
      <Button tone="primary" isDisabled={!isDirty || isSaving} onPress={onSave}>
        <Save aria-hidden="true" size={16} />
        {t('common.save')}
      </Button>
    </>
  );
});
