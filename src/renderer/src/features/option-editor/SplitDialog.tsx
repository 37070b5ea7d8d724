import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { TextBox } from '../../ui/fields';
import { useDispatch, useShown } from './editor-context';

/** Signs that are looked for in the values, most telling first. */
const SIGNS = ['/', '_', '-', '|', ',', '+', ':', '(', ' '];

export interface SplitDialogProps {
  readonly axis: number;
  readonly onClose: () => void;
}

/** Makes two dimensions of one, at a sign that all its values have. */
export function SplitDialog({ axis, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { view } = useShown();
  const dimension = view.model.dimensions[axis];
  const values = dimension?.values ?? [];
  const [separator, setSeparator] = useState(
    () => SIGNS.find((sign) => values.every((value) => value.includes(sign))) ?? '/',
  );
  const [names, setNames] = useState<readonly [string, string]>(() => {
    const [first = '', second = ''] = (dimension?.name ?? '').split('/');
    return [first, second === '' ? `${first}2` : second];
  });
  const missing = values.filter((value) => !value.includes(separator)).length;
  return (
    <DialogBox title={t('optionEditor.splitDimension')} isOpen onClose={onClose}>
      <TextBox label={t('optionEditor.splitAt')} value={separator} onChange={setSeparator} />
      <div className="flex gap-3">
        <TextBox
          label={t('optionEditor.splitFirst')}
          value={names[0]}
          onChange={(name) => setNames([name, names[1]])}
        />
        <TextBox
          label={t('optionEditor.splitSecond')}
          value={names[1]}
          onChange={(name) => setNames([names[0], name])}
        />
      </div>
      <p role="status" className="text-quiet text-sm">
        {separator === ''
          ? null
          : missing === 0
            ? t('optionEditor.splitFits', { count: values.length })
            : t('optionEditor.splitMissing', { count: missing })}
      </p>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('common.close')}</Button>
        <Button
          tone="primary"
          isDisabled={separator === '' || separator.length > 3 || missing > 0}
          onPress={() => {
            dispatch({
              kind: 'edit',
              command: { kind: 'split-dimension', axis, separator, names: [names[0], names[1]] },
            });
            onClose();
          }}
        >
          {t('optionEditor.split')}
        </Button>
      </div>
    </DialogBox>
  );
}
