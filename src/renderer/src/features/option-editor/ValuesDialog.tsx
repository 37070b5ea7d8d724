import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { IconButton } from '../../ui/IconButton';
import { useDispatch, useShown } from './editor-context';

export interface ValuesDialogProps {
  readonly axis: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A dimension's values: their order, and several made into one. */
export function ValuesDialog({ axis, isOpen, onClose }: ValuesDialogProps) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { view } = useShown();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (!isOpen) return null;
  const dimension = view.model.dimensions[axis];
  if (dimension === undefined) return null;
  const merged = chosen.filter((value) => dimension.values.includes(value));
  const [into, ...others] = merged;
  const move = (value: string, to: number): void =>
    dispatch({ kind: 'edit', command: { kind: 'move-value', axis, value, to } });
  return (
    <DialogBox
      title={t('optionEditor.valuesTitle', { name: dimension.name })}
      isOpen
      onClose={onClose}
    >
      <p className="text-quiet text-sm">{t('optionEditor.valuesHint')}</p>
      <ol className="min-h-0 flex-1 overflow-y-auto">
        {dimension.values.map((value, place) => (
          <li key={value} className="flex items-center gap-1 border-line border-b py-1">
            <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2.5">
              <input
                type="checkbox"
                className="size-4.5 shrink-0 accent-accent"
                checked={merged.includes(value)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...merged, value]
                      : merged.filter((own) => own !== value),
                  )
                }
              />
              <span className="truncate">{value}</span>
            </label>
            <MoveButton
              label={t('optionEditor.moveUp', { name: value })}
              isDisabled={place === 0}
              onPress={() => move(value, place - 1)}
              Icon={ArrowUp}
            />
            <MoveButton
              label={t('optionEditor.moveDown', { name: value })}
              isDisabled={place === dimension.values.length - 1}
              onPress={() => move(value, place + 1)}
              Icon={ArrowDown}
            />
          </li>
        ))}
      </ol>
      <div className="flex justify-end gap-2">
        <Button
          isDisabled={into === undefined || others.length === 0}
          onPress={() => {
            if (into === undefined) return;
            for (const value of others) {
              dispatch({ kind: 'edit', command: { kind: 'merge-values', axis, value, into } });
            }
            setChosen([]);
          }}
        >
          {into === undefined || others.length === 0
            ? t('optionEditor.merge')
            : t('optionEditor.mergeInto', { name: into, count: others.length + 1 })}
        </Button>
        <Button tone="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </DialogBox>
  );
}

interface MoveButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
  readonly Icon: typeof ArrowUp;
}

function MoveButton({ label, isDisabled, onPress, Icon }: MoveButtonProps) {
  return (
    <IconButton
      label={label}
      isDisabled={isDisabled}
      onPress={onPress}
      className="rounded-md p-1.5 text-quiet hover:bg-sunken hover:text-text disabled:opacity-40"
      Icon={Icon}
    />
  );
}
