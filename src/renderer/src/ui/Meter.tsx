import { Meter as AriaMeter, Label } from 'react-aria-components';

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The figure in words, spoken and shown. */
  readonly valueText: string;
}

/** How much of an allowance is used; turns amber above 80 % and red above 95 %. */
export function Meter({ label, value, max, valueText }: MeterProps) {
  const share = max === 0 ? 0 : value / max;
  const fill = share > 0.95 ? 'bg-bad-fill' : share > 0.8 ? 'bg-warn-fill' : 'bg-accent';
  return (
    <AriaMeter value={value} maxValue={Math.max(1, max)} valueLabel={valueText}>
      {({ percentage }) => (
        <>
          <div className="mb-1.5 flex justify-between gap-3">
            <Label className="text-quiet text-sm">{label}</Label>
            <span className="font-medium text-sm">{valueText}</span>
          </div>
          <div className="h-2 overflow-hidden rounded-full bg-sunken">
            <div className={`h-full rounded-full ${fill}`} style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </AriaMeter>
  );
}
