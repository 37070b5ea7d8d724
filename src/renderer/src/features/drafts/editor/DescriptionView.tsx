import { useDeferredValue, useMemo } from 'react';
import { Picture } from '../../../ui/Picture';
import { type DescriptionBlock, descriptionBlocks } from './description-blocks';

export interface DescriptionViewProps {
  readonly html: string;
  /** Name of the part for screen readers. */
  readonly label: string;
}

/** A description as buyers read it, without its own styles. */
export function DescriptionView({ html, label }: DescriptionViewProps) {
  const settled = useDeferredValue(html);
  const blocks = useMemo(() => descriptionBlocks(settled), [settled]);
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="flex max-h-96 flex-col gap-2 overflow-y-auto rounded-lg border border-line bg-page p-4"
    >
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name of their own and keep their order
        <Block key={place} block={block} />
      ))}
    </section>
  );
}

function Block({ block }: { readonly block: DescriptionBlock }) {
  switch (block.kind) {
    case 'picture':
      return <Picture url={block.url} alt="" className="min-h-16 w-full" />;
    case 'heading':
      return <p className="font-semibold">{block.text}</p>;
    case 'text':
      return <p>{block.text}</p>;
    case 'rows':
      return (
        <table className="w-full text-left text-sm">
          <tbody>
            {block.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
              <tr key={row} className="border-line border-b">
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name of their own
                  <td key={at} className="px-2 py-1">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
