import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { useDispatch, useSession } from './editor-context';

const TYPES = ['SIMPLE', 'NONE', 'INDEPENDENT'] as const;

/** The kind of the options, and the kinds they can be made into. */
export const ShapeMenu = memo(() => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { type: current } = useSession().editing.present;
  return (
    <MenuTrigger>
      <Button>
        <span className="sr-only">{t('optionEditor.shapeMenu')}:</span>
        {t(`optionEditor.types.${current}`)}
        <ChevronDown aria-hidden="true" size={16} />
      </Button>
      <Popover className="rounded-lg border border-line bg-raised p-1 shadow-float">
        <Menu
          aria-label={t('optionEditor.shapeMenu')}
          disabledKeys={[current]}
          className="min-w-52 outline-none"
          onAction={(id) => {
            const type = TYPES.find((candidate) => candidate === id);
            if (type !== undefined) dispatch({ kind: 'edit', command: { kind: 'set-type', type } });
          }}
        >
          {TYPES.map((type) => (
            <MenuItem
              key={type}
              id={type}
              className="cursor-pointer rounded-md px-3 py-1.5 text-sm outline-none data-[disabled]:cursor-default data-[disabled]:opacity-50 data-[focused]:bg-accent-soft data-[focused]:text-accent-text"
            >
              {t(`optionEditor.makeType.${type}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});
