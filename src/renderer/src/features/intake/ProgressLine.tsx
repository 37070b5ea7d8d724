import { ProgressBar } from 'react-aria-components';

export interface ProgressLineProps {
  /** Spoken name; the figure in words stands beside the bar. */
  readonly label: string;
  readonly value: number;
  /** Null while the end is not known. */
  readonly max: number | null;
  readonly valueText: string;
}

/** A bar that fills, with its figure in words. */
export function ProgressLine({ label, value, max, valueText }: ProgressLineProps) {
  return (
    <ProgressBar
      aria-label={label}
      value={value}
      maxValue={Math.max(1, max ?? 1)}
      isIndeterminate={max === null}
      valueLabel={valueText}
    >
      {({ percentage, isIndeterminate }) => (
        <>
          <p className="mb-1.5 text-sm tabular-nums">{valueText}</p>
          <div className="h-2.5 overflow-hidden rounded-full bg-sunken">
            <div
              className={`h-full rounded-full bg-accent ${
                isIndeterminate
                  ? 'w-full animate-pulse motion-reduce:animate-none'
                  : 'transition-[width] duration-150'
              }`}
              style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
