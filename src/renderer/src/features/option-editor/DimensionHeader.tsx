import type { OptionCommand } from '@shared/options/editor/commands';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { useDispatch, useShown } from './editor-context';
import { InlineField } from './InlineField';
import { SplitDialog } from './SplitDialog';
import { ValuesDialog } from './ValuesDialog';

const JOINER = '/';

export interface DimensionHeaderProps {
  readonly axis: number;
}

/** A dimension's name, edited in place, and what can be done with the dimension. */
export function DimensionHeader({ axis }: DimensionHeaderProps) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { view } = useShown();
  const [open, setOpen] = useState<'values' | 'split' | null>(null);
  const dimension = view.model.dimensions[axis];
  if (dimension === undefined) return null;
  const last = view.model.dimensions.length - 1;
  const run = (command: OptionCommand): void => dispatch({ kind: 'edit', command });
  const choices = [
    { id: 'values', text: t('optionEditor.values'), act: () => setOpen('values') },
    ...(axis > 0
      ? [
          {
            id: 'left',
            text: t('optionEditor.moveLeft'),
            act: () => run({ kind: 'move-dimension', axis, to: axis - 1 }),
          },
        ]
      : []),
    ...(axis < last
      ? [
          {
            id: 'right',
            text: t('optionEditor.moveRight'),
            act: () => run({ kind: 'move-dimension', axis, to: axis + 1 }),
          },
          {
            id: 'join',
            text: t('optionEditor.joinNext'),
            act: () => run({ kind: 'merge-dimensions', axis, joiner: JOINER }),
          },
        ]
      : []),
    { id: 'split', text: t('optionEditor.splitDimension'), act: () => setOpen('split') },
  ];
  return (
    <div className="flex items-center gap-0.5">
      <InlineField
        label={t('optionEditor.dimensionName', { axis: axis + 1 })}
        value={dimension.name}
        column={`name-${axis}`}
        isWrong={view.wrongDimensions.has(axis)}
        looks="font-semibold text-text text-sm"
        onType={(_, typed) =>
          dispatch({
            kind: 'type',
            command: typed === null ? null : { kind: 'rename-dimension', axis, name: typed },
          })
        }
        onTake={(_, typed) => run({ kind: 'rename-dimension', axis, name: typed })}
      />
      <MenuTrigger>
        <IconButton
          label={t('optionEditor.dimensionMenu', { name: dimension.name })}
          className="rounded-md p-1.5 text-quiet hover:bg-sunken hover:text-text"
          Icon={EllipsisVertical}
        />
        <Popover className="rounded-lg border border-line bg-raised p-1 shadow-float">
          <Menu
            aria-label={t('optionEditor.dimensionMenu', { name: dimension.name })}
            className="min-w-44 outline-none"
            onAction={(id) => choices.find((choice) => choice.id === id)?.act()}
          >
            {choices.map(({ id, text }) => (
              <MenuItem
                key={id}
                id={id}
                className="cursor-pointer rounded-md px-3 py-1.5 text-sm outline-none data-[focused]:bg-accent-soft data-[focused]:text-accent-text"
              >
                {text}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <ValuesDialog axis={axis} isOpen={open === 'values'} onClose={() => setOpen(null)} />
      {open === 'split' ? <SplitDialog axis={axis} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
