import type { ReactNode } from 'react';

export interface ChartFrameProps {
  /** What the chart shows, in one sentence; the name of the table too. */
  readonly label: string;
  readonly columns: readonly string[];
  /** The chart's figures as words, one row per point. */
  readonly rows: readonly (readonly string[])[];
  readonly heightPx: number;
  readonly children: ReactNode;
}

/** A chart for the eye, with the same figures as a table for screen readers. */
export function ChartFrame({ label, columns, rows, heightPx, children }: ChartFrameProps) {
  return (
    <figure className="m-0">
      <div aria-hidden="true" style={{ height: heightPx }}>
        {children}
      </div>
      <table className="sr-only">
        <caption>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) => (
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
