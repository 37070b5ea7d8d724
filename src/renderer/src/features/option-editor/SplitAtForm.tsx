import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { TextBox } from '../../ui/fields';
import { useDispatch, useSession } from './editor-context';
import { previewSplit } from './readings';
import { shapeOf } from './shape';

const SIGN_MAX_CHARS = 10;

/** Cuts the supplier's texts at any sign that the seller types, and says before what it would make. */
export const SplitAtForm = memo(() => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const session = useSession();
  const [sign, setSign] = useState('');
  const typed = useDeferredValue(sign);
  const split = typed === '' ? null : previewSplit(session, typed);
  return (
    <form
      className="flex flex-wrap items-end gap-2 self-start border-line border-t pt-3 @3xl:border-t-0 @3xl:pt-0"
      onSubmit={(event) => {
        event.preventDefault();
        if (sign === '') return;
        dispatch({ kind: 'split-at-sign', sign });
        setSign('');
      }}
    >
      <div className="w-36">
        <TextBox
          label={t('optionEditor.ownSign')}
          value={sign}
          maxLength={SIGN_MAX_CHARS}
          onChange={setSign}
        />
      </div>
      <Button type="submit" isDisabled={split === null}>
        {t('optionEditor.splitHere')}
      </Button>
      <p role="status" className="min-h-5 w-full text-quiet text-sm">
        {typed === ''
          ? null
          : split === null
            ? t('optionEditor.ownSignMissing')
            : split.wholeCount === 0
              ? shapeOf(split.model)
              : t('optionEditor.ownSignPartly', {
                  shape: shapeOf(split.model),
                  count: split.wholeCount,
                })}
      </p>
    </form>
  );
});
