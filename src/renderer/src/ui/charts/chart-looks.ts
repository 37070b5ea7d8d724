/** Looks shared by the charts; colours follow the theme. */
export const AXIS = {
  stroke: 'var(--line)',
  tick: { fill: 'var(--text-quiet)', fontSize: 12 },
  tickLine: false,
} as const;

export const GRID = { stroke: 'var(--line)', strokeDasharray: '3 4', vertical: false } as const;

/** Follows the theme by its variables and does not move, for who asked for less motion. */
export const TOOLTIP = {
  contentStyle: {
    background: 'var(--raised)',
    border: '1px solid var(--line)',
    borderRadius: 10,
    boxShadow: 'var(--shadow-float)',
    fontSize: 13,
    padding: '8px 12px',
  },
  labelStyle: { color: 'var(--text-quiet)', marginBottom: 2 },
  itemStyle: { color: 'var(--text)', padding: 0 },
  isAnimationActive: false,
} as const;
