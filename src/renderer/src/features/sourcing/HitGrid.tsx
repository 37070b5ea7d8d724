import type { ItemNo } from '@shared/domain/ids';
import type { SourcingRow } from '@shared/domain/sourcing';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { HitCard } from './HitCard';

/** Sizes beside text of this size; larger text has larger cards. */
const TEXT_PX = 16;
/** A card is at least this wide; what is left is shared. */
const CARD_MIN_PX = 190;
/** Where an opened item leaves little room: two small cards beside each other rather than one large. */
const NARROW_PX = 420;
const NARROW_CARD_MIN_PX = 150;
const GAP_PX = 12;
/** Height of a card below its square picture. */
const CARD_TEXT_PX = 158;

export interface HitGridProps {
  readonly label: string;
  readonly listKey: string;
  readonly total: number;
  readonly rowAt: (index: number) => SourcingRow | undefined;
  readonly showRange: (first: number, last: number) => void;
  readonly chosen: ReadonlySet<ItemNo>;
  readonly onChoose: (itemNo: ItemNo, isChosen: boolean) => void;
  readonly onOpen: (itemNo: ItemNo) => void;
}

/** Hits as cards, any number of them: only the rows of cards in view are in the page. */
export function HitGrid({
  label,
  listKey,
  total,
  rowAt,
  showRange,
  chosen,
  onChoose,
  onOpen,
}: HitGridProps) {
  const scrollRef = useRef<HTMLElement>(null);
  const [{ widthPx, zoom }, setSize] = useState({ widthPx: 0, zoom: 1 });
  useEffect(() => {
    const element = scrollRef.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { fontSize } = getComputedStyle(document.documentElement);
      setSize({
        widthPx: entry?.contentRect.width ?? 0,
        zoom: Number.parseFloat(fontSize) / TEXT_PX,
      });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const leastPx = (widthPx < NARROW_PX * zoom ? NARROW_CARD_MIN_PX : CARD_MIN_PX) * zoom;
  const columns = Math.max(1, Math.floor((widthPx + GAP_PX) / (leastPx + GAP_PX)));
  const cardPx = (widthPx - GAP_PX * (columns - 1)) / columns;
  const rowPx = Math.max(1, cardPx) + CARD_TEXT_PX * zoom + GAP_PX;
  const virtualizer = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowPx,
    overscan: 2,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width means other heights
  useEffect(() => virtualizer.measure(), [rowPx]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search starts at its top
  useEffect(() => virtualizer.scrollToOffset(0), [listKey]);
  const rows = widthPx === 0 ? [] : virtualizer.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const last = Math.min(total, ((rows.at(-1)?.index ?? 0) + 1) * columns) - 1;
  useEffect(() => showRange(first, Math.max(first, last)), [showRange, first, last]);
  return (
    <section
      ref={scrollRef}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="min-h-72 flex-1 overflow-y-auto rounded-xl pr-1"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => (
          <ul
            key={index}
            className="absolute inset-x-0 grid"
            style={{
              top: start,
              gap: GAP_PX,
              height: rowPx - GAP_PX,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(columns, total - index * columns) }, (_, at) => {
              const place = index * columns + at;
              const hit = rowAt(place);
              return (
                <li key={hit?.itemNo ?? `at ${place}`} className="min-w-0">
                  {hit === undefined ? (
                    <span className="block h-full animate-pulse rounded-xl bg-sunken" />
                  ) : (
                    <HitCard
                      hit={hit}
                      isChosen={chosen.has(hit.itemNo)}
                      onChoose={(isChosen) => onChoose(hit.itemNo, isChosen)}
                      onOpen={() => onOpen(hit.itemNo)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        ))}
      </div>
    </section>
  );
}
