import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatKrw } from '../../ui/format';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useSession } from './editor-context';
import { InlineField } from './InlineField';
import { readStock, readWon } from './numbers';

/** `1000` as people write it in a field. */
const digits = (value: number): string => value.toLocaleString('en-US');

interface PlaceProps {
  readonly place: number;
  /** What the row is called in the names of its fields. */
  readonly name: string;
}

interface ValueCellProps extends PlaceProps {
  readonly axis: number;
  readonly value: string;
  readonly isWrong: boolean;
}

/** A value; renaming it renames it in every combination. */
export const ValueCell = memo(({ name, axis, value, isWrong }: ValueCellProps) => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  return (
    <InlineField
      label={t('optionEditor.valueOf', { name, axis: axis + 1 })}
      value={value}
      column={`value-${axis}`}
      isWrong={isWrong}
      onType={(origin, typed) =>
        dispatch({
          kind: 'type',
          command:
            typed === null ? null : { kind: 'rename-value', axis, value: origin, name: typed },
        })
      }
      onTake={(origin, typed) =>
        dispatch({
          kind: 'edit',
          command: { kind: 'rename-value', axis, value: origin, name: typed },
        })
      }
    />
  );
});

interface NumberCellProps extends PlaceProps {
  readonly value: number;
  readonly isWrong: boolean;
}

/** The supplier's addition of one combination. */
export const PriceCell = memo(({ place, name, value, isWrong }: NumberCellProps) => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  return (
    <InlineField
      label={t('optionEditor.priceOf', { name })}
      value={digits(value)}
      column="price"
      align="right"
      isWrong={isWrong}
      onType={(_, typed) => {
        const priceKrw = typed === null ? null : readWon(typed);
        dispatch({
          kind: 'type',
          command: priceKrw === null ? null : { kind: 'set-price', places: [place], priceKrw },
        });
      }}
      onTake={(_, typed) => {
        const priceKrw = readWon(typed);
        if (priceKrw === null) dispatch({ kind: 'type', command: null });
        else dispatch({ kind: 'edit', command: { kind: 'set-price', places: [place], priceKrw } });
      }}
    />
  );
});

/** The stock of one row, a whole number of pieces. */
export const StockCell = memo(({ place, name, value }: Omit<NumberCellProps, 'isWrong'>) => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  return (
    <InlineField
      label={t('optionEditor.stockOf', { name })}
      value={digits(value)}
      column="stock"
      align="right"
      onType={(_, typed) => {
        const stock = typed === null ? null : readStock(typed);
        dispatch({
          kind: 'type',
          command: stock === null ? null : { kind: 'set-stock', places: [place], stock },
        });
      }}
      onTake={(_, typed) => {
        const stock = readStock(typed);
        if (stock === null) dispatch({ kind: 'type', command: null });
        else dispatch({ kind: 'edit', command: { kind: 'set-stock', places: [place], stock } });
      }}
    />
  );
});

interface PaidCellProps {
  readonly paidKrw: number;
  readonly isWrong: boolean;
}

/** What a buyer pays for the row, before delivery; marked when a rule refuses it. */
export const PaidCell = memo(({ paidKrw, isWrong }: PaidCellProps) => {
  const language = useLanguage();
  return (
    <span className={isWrong ? 'font-semibold text-bad' : 'font-medium'}>
      {formatKrw(paidKrw, language)}
    </span>
  );
});

interface SourceCellProps {
  readonly text: string | null;
}

/** The supplier's own words for the row; a dash where there are none. */
export const SourceCell = memo(({ text }: SourceCellProps) => (
  <span className="line-clamp-2 text-quiet text-sm" title={text ?? undefined}>
    {text ?? '—'}
  </span>
));

interface UsableCellProps extends PlaceProps {
  readonly isUsable: boolean;
}

/** Puts a row on or off sale; the row stays listed. */
export const UsableCell = memo(({ place, name, isUsable }: UsableCellProps) => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  return (
    <TickBox
      label={t('optionEditor.usableOf', { name })}
      isLabelHidden
      isTicked={isUsable}
      onChange={(usable) =>
        dispatch({ kind: 'edit', command: { kind: 'set-usable', places: [place], usable } })
      }
    />
  );
});

/** Chooses one row; it is drawn with every change of the selection, and is only a box. */
export const SelectCell = memo(({ place, name }: PlaceProps) => {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { selected } = useSession();
  return (
    <TickBox
      label={t('optionEditor.selectOf', { name })}
      isLabelHidden
      isTicked={selected.has(place)}
      onChange={(isOn) => dispatch({ kind: 'select', places: [place], isOn })}
    />
  );
});
