import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  type RowData,
  type Row as TanStackRow,
  useReactTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';

declare module '@tanstack/react-table' {
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Width classes of the column. */
    readonly width?: string;
    /** Classes that hide the column where the table is narrow. */
    readonly hiding?: string;
    readonly align?: 'right';
  }
}

/** Rows kept ready on either side of the view: each costs as much to draw as one that is seen. */
const OVERSCAN_ROWS = 4;
/** Size of text that heights in px are written for. */
const USUAL_FONT_PX = 16;

function rootFontPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_FONT_PX;
}

export interface VirtualTableProps<Row> {
  /** Name of the table for screen readers. */
  readonly label: string;
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  // biome-ignore lint/suspicious/noExplicitAny: each column has its own type of value
  readonly columns: readonly ColumnDef<Row, any>[];
  /** Expected height of a row at the usual size of text; real heights are measured. */
  readonly rowPx: number;
  /** No row is taller than expected, so that none has to be measured: scrolling costs less. */
  readonly isEven?: boolean;
  readonly showRange?: (first: number, last: number) => void;
  readonly selectedKey?: string | null;
  /** Changing it begins at the top again, e.g. with another filter. */
  readonly listKey: string;
}

/** A real table of any length: only the rows in view are in the page, and only they go through TanStack Table. */
export function VirtualTable<Row>({
  label,
  total,
  rowAt,
  keyOf,
  columns,
  rowPx,
  isEven = false,
  showRange,
  selectedKey = null,
  listKey,
}: VirtualTableProps<Row>) {
  const scrollRef = useRef<HTMLElement>(null);
  // Rows grow with the size of text that the reader has chosen.
  const [rootPx] = useState(rootFontPx);
  const heightPx = (rowPx * rootPx) / USUAL_FONT_PX;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => heightPx,
    overscan: OVERSCAN_ROWS,
    useFlushSync: false,
  });
  // Rows above the view that prove taller only matter on the way up; else putting the offset right holds up scrolling.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (
    item,
    deltaPx,
    { scrollOffset, scrollDirection },
  ) => Math.abs(deltaPx) >= 1 && scrollDirection === 'backward' && item.start < (scrollOffset ?? 0);
  const places = virtualizer.getVirtualItems();
  const first = places[0]?.index ?? 0;
  const last = places.at(-1)?.index ?? 0;
  const shownKey = useRef(listKey);
  useLayoutEffect(() => {
    const isOther = shownKey.current !== listKey;
    shownKey.current = listKey;
    // Asking where the list may scroll to lays the whole page out; at its top there is nothing to ask.
    const isAway = (virtualizer.scrollOffset ?? 0) > 0;
    if (isOther && isAway) virtualizer.scrollToOffset(0);
    else showRange?.(first, last);
  }, [virtualizer, listKey, showRange, first, last]);

  const shown = places.map(({ index }) => ({ index, row: rowAt(index) }));
  const data = shown.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const mutableColumns = useMemo(() => [...columns], [columns]);
  const table = useReactTable({
    data,
    columns: mutableColumns,
    getCoreRowModel: getCoreRowModel(),
    getRowId: keyOf,
    // Rows come and go with every scroll; there is no page or selection of the table's own to reset.
    autoResetAll: false,
  });
  const rowsById = table.getRowModel().rowsById;
  const topPx = places[0]?.start ?? 0;
  const bottomPx = virtualizer.getTotalSize() - (places.at(-1)?.end ?? 0);

  return (
    <section
      ref={scrollRef}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="@container relative min-h-72 [overflow-anchor:none] flex-1 overflow-auto rounded-xl border border-line bg-surface shadow-card"
    >
      <table aria-rowcount={total + 1} className="w-full min-w-md table-fixed text-left">
        <thead className="sticky top-0 z-10 bg-surface shadow-[inset_0_-1px_0_var(--line)]">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  scope="col"
                  className={`px-4 py-2.5 font-medium text-quiet text-xs ${header.column.columnDef.meta?.width ?? ''} ${header.column.columnDef.meta?.hiding ?? ''} ${header.column.columnDef.meta?.align === 'right' ? 'text-right' : ''}`}
                >
                  {flexRender(header.column.columnDef.header, header.getContext())}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Spacer heightPx={topPx} />
          {shown.map(({ index, row }) => {
            const own = row === undefined ? undefined : rowsById[keyOf(row)];
            if (own === undefined) return <Placeholder key={`at ${index}`} heightPx={heightPx} />;
            return (
              <TableRow
                key={own.id}
                row={own}
                columns={mutableColumns}
                index={index}
                isSelected={own.id === selectedKey}
                measure={isEven ? null : virtualizer.measureElement}
                heightPx={isEven ? heightPx : null}
              />
            );
          })}
          <Spacer heightPx={bottomPx} />
        </tbody>
      </table>
    </section>
  );
}

interface TableRowProps<Row> {
  readonly row: TanStackRow<Row>;
  // biome-ignore lint/suspicious/noExplicitAny: each column has its own type of value
  readonly columns: readonly ColumnDef<Row, any>[];
  readonly index: number;
  readonly isSelected: boolean;
  /** Null where the height is given. */
  readonly measure: ((element: HTMLElement | null) => void) | null;
  readonly heightPx: number | null;
}

function PlainTableRow<Row>({ row, index, isSelected, measure, heightPx }: TableRowProps<Row>) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-selected={isSelected || undefined}
      style={heightPx === null ? undefined : { height: heightPx }}
      className="relative border-line border-b align-middle last:border-b-0 hover:bg-page data-[selected]:bg-accent-soft"
    >
      {row.getVisibleCells().map((cell) => (
        <td
          key={cell.id}
          className={`px-4 py-2 ${cell.column.columnDef.meta?.hiding ?? ''} ${cell.column.columnDef.meta?.align === 'right' ? 'text-right' : ''}`}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  );
}

/** Drawn again only when what it shows is another object; the table makes its own row objects anew with every scroll. */
const TableRow = memo(
  PlainTableRow,
  (before, after) =>
    before.row.original === after.row.original &&
    before.columns === after.columns &&
    before.index === after.index &&
    before.isSelected === after.isSelected &&
    before.measure === after.measure &&
    before.heightPx === after.heightPx,
) as typeof PlainTableRow;

interface FillProps {
  readonly heightPx: number;
}

function Spacer({ heightPx }: FillProps) {
  if (heightPx <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without content cannot be focused
    <tr aria-hidden="true">
      <td style={{ height: heightPx }} />
    </tr>
  );
}

function Placeholder({ heightPx }: FillProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without content cannot be focused
    <tr aria-hidden="true" className="border-line border-b">
      <td style={{ height: heightPx }} className="px-4">
        <span className="block h-3 w-2/5 animate-pulse rounded bg-sunken" />
      </td>
    </tr>
  );
}
