import type { OptionCommand } from '@shared/options/editor/commands';
import { memo, useState } from 'react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { TextBox } from '../../ui/fields';
import { formatCount } from '../../ui/format';
import { SearchBox } from '../../ui/SearchBox';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useSession } from './editor-context';
import { readStock, readWon } from './numbers';

export interface BulkBarProps {
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  /** Rows that the filter lets through. */
  readonly shownCount: number;
}

/** Finds rows and changes all selected ones at once; one step to take back. */
export const BulkBar = memo(({ filter, onFilter, shownCount }: BulkBarProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useDispatch();
  const { selected, editing } = useSession();
  const [amount, setAmount] = useState('');
  const places = [...selected].sort((left, right) => left - right);
  const run = (command: OptionCommand): void => dispatch({ kind: 'edit', command });
  const krw = readWon(amount);
  const stock = readStock(amount);
  const total = editing.present.combinations.length;
  const shared = sharedValue(
    places.map((place) => editing.present.combinations[place]?.values ?? []),
  );
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2">
      <SearchBox label={t('optionEditor.filter')} value={filter} onChange={onFilter} />
      <p role="status" className="text-quiet text-sm">
        {places.length > 0
          ? t('optionEditor.selected', { count: places.length })
          : shownCount === total
            ? t('optionEditor.rows', { count: total, value: formatCount(total, language) })
            : t('optionEditor.rowsShown', { shown: shownCount, count: total })}
      </p>
      {places.length === 0 ? null : (
        <Group
          aria-label={t('optionEditor.bulk')}
          className="flex flex-wrap items-center gap-1.5 rounded-lg bg-accent-soft px-2 py-1"
        >
          <div className="w-36">
            <TextBox
              label={t('optionEditor.amount')}
              placeholder={t('optionEditor.amount')}
              isLabelHidden
              value={amount}
              onChange={setAmount}
            />
          </div>
          <Button
            size="small"
            isDisabled={krw === null}
            onPress={() => {
              if (krw !== null) run({ kind: 'set-price', places, priceKrw: krw });
            }}
          >
            {t('optionEditor.setPrice')}
          </Button>
          <Button
            size="small"
            isDisabled={krw === null}
            onPress={() => {
              if (krw !== null) run({ kind: 'add-price', places, deltaKrw: krw });
            }}
          >
            {t('optionEditor.addPrice')}
          </Button>
          <Button
            size="small"
            isDisabled={stock === null}
            onPress={() => {
              if (stock !== null) run({ kind: 'set-stock', places, stock });
            }}
          >
            {t('optionEditor.setStock')}
          </Button>
          <span aria-hidden="true" className="mx-1 h-5 w-px bg-line-strong/40" />
          <Button size="small" onPress={() => run({ kind: 'set-usable', places, usable: false })}>
            {t('optionEditor.hide')}
          </Button>
          <Button size="small" onPress={() => run({ kind: 'set-usable', places, usable: true })}>
            {t('optionEditor.show')}
          </Button>
          <Button size="small" onPress={() => run({ kind: 'mark-add-on', places })}>
            {t('optionEditor.markAddOn')}
          </Button>
          {shared === null ? null : (
            <Button
              size="small"
              onPress={() =>
                run({
                  kind: 'split-value',
                  axis: shared.axis,
                  value: shared.value,
                  places,
                  name: freeName(
                    shared.value,
                    editing.present.dimensions[shared.axis]?.values ?? [],
                  ),
                })
              }
            >
              {t('optionEditor.splitValue', { value: shared.value })}
            </Button>
          )}
          <Button
            size="small"
            tone="ghost"
            onPress={() => dispatch({ kind: 'select', places, isOn: false })}
          >
            {t('optionEditor.selectNone')}
          </Button>
        </Group>
      )}
    </div>
  );
});

/** The first value that all rows have in common; null when there is none. */
function sharedValue(
  rows: readonly (readonly string[])[],
): { readonly axis: number; readonly value: string } | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  const axis = first.findIndex((value, place) => others.every((row) => row[place] === value));
  const value = first[axis];
  return value === undefined ? null : { axis, value };
}

function freeName(value: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${value} ${number}`)) number += 1;
  return `${value} ${number}`;
}
