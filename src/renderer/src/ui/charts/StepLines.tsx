import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS, GRID, TOOLTIP } from './chart-looks';

/** One line of the chart. */
export interface StepSeries {
  readonly name: string;
  readonly colour: string;
  /** Ascending; a value holds until the next point, null is a gap. */
  readonly points: readonly { readonly atMs: number; readonly value: number | null }[];
  readonly isDashed?: boolean;
}

export interface StepLinesProps {
  readonly series: readonly StepSeries[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly formatValue: (value: number) => string;
  readonly formatTime: (atMs: number) => string;
  /** Begin the axis at zero: right for stock, wrong for prices, whose changes would vanish. */
  readonly isFromZero?: boolean;
}

/** Values that jump and then hold, over real time. Fills its place; needs a table beside it. */
export function StepLines(props: StepLinesProps) {
  const { series, fromMs, toMs, formatValue, formatTime, isFromZero = false } = props;
  const data = mergedSteps(series, fromMs, toMs);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        accessibilityLayer={false}
        data={data}
        margin={{ top: 8, right: 12, bottom: 0, left: 4 }}
      >
        <CartesianGrid {...GRID} />
        <XAxis
          dataKey="atMs"
          type="number"
          scale="time"
          domain={[fromMs, toMs]}
          {...AXIS}
          tickFormatter={formatTime}
          minTickGap={56}
        />
        <YAxis
          {...AXIS}
          axisLine={false}
          width={78}
          domain={isFromZero ? [0, 'auto'] : ['auto', 'auto']}
          tickFormatter={formatValue}
        />
        <Tooltip
          {...TOOLTIP}
          cursor={{ stroke: 'var(--line-strong)', strokeDasharray: '3 3' }}
          labelFormatter={(atMs) => formatTime(Number(atMs))}
          formatter={(value) => formatValue(Number(value))}
        />
        {series.map(({ name, colour, isDashed = false }, index) => (
          <Line
            key={name}
            name={name}
            type="stepAfter"
            dataKey={`s${index}`}
            stroke={colour}
            strokeWidth={2.25}
            {...(isDashed ? { strokeDasharray: '6 4' } : {})}
            dot={{ r: 2.5, fill: colour, strokeWidth: 0 }}
            activeDot={{ r: 5 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** One row per moment at which any series has a point, each with the value that holds then. */
export function mergedSteps(
  series: readonly StepSeries[],
  fromMs: number,
  toMs: number,
): readonly Readonly<Record<string, number | null>>[] {
  const moments = new Set<number>([fromMs, toMs]);
  for (const { points } of series) {
    for (const { atMs } of points) if (atMs > fromMs && atMs < toMs) moments.add(atMs);
  }
  const next = series.map(() => 0);
  const held: (number | null)[] = series.map(() => null);
  return [...moments]
    .toSorted((a, b) => a - b)
    .map((atMs) => {
      series.forEach(({ points }, index) => {
        for (;;) {
          const point = points[next[index] ?? 0];
          if (point === undefined || point.atMs > atMs) break;
          held[index] = point.value;
          next[index] = (next[index] ?? 0) + 1;
        }
      });
      return {
        atMs,
        ...Object.fromEntries(held.map((value, index) => [`s${index}`, value])),
      };
    });
}
