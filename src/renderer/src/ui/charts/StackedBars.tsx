import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, GRID, TOOLTIP } from './chart-looks';

export interface StackedBarsProps {
  /** One entry per step: its name and the value of each part. */
  readonly steps: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly parts: readonly { readonly name: string; readonly colour: string }[];
  readonly formatValue: (value: number) => string;
}

/** Counts over time, parts on top of each other. Fills its place; needs a table beside it. */
export function StackedBars({ steps, parts, formatValue }: StackedBarsProps) {
  const data = steps.map(({ name, values }) => ({
    name,
    ...Object.fromEntries(parts.map((part, index) => [part.name, values[index] ?? 0])),
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        data={data}
        margin={{ top: 6, right: 4, bottom: 0, left: -14 }}
        barCategoryGap="24%"
      >
        <CartesianGrid {...GRID} />
        <XAxis dataKey="name" {...AXIS} interval="preserveStartEnd" minTickGap={18} />
        <YAxis
          {...AXIS}
          axisLine={false}
          allowDecimals={false}
          tickFormatter={formatValue}
          width={54}
        />
        <Tooltip
          {...TOOLTIP}
          cursor={{ fill: 'var(--sunken)' }}
          formatter={(value) => formatValue(Number(value))}
        />
        {parts.map((part, index) => (
          <Bar
            key={part.name}
            dataKey={part.name}
            stackId="all"
            fill={part.colour}
            maxBarSize={34}
            radius={index === parts.length - 1 ? [4, 4, 0, 0] : 0}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
