import { Check, Minus } from 'lucide-react';

export interface TickBoxProps {
  /** Said by screen readers where no words stand beside the box. */
  readonly label: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  /** Some of what it stands for is ticked, not all. */
  readonly isMixed?: boolean;
}

/** A box to tick, with its words beside it or for screen readers only. The browser's own: lists hold hundreds. */
export function TickBox({
  label,
  isTicked,
  onChange,
  isLabelHidden = false,
  isDisabled = false,
  isMixed = false,
}: TickBoxProps) {
  const Sign = isMixed ? Minus : Check;
  return (
    // Above a link or button that covers its row.
    <label
      className={`relative z-[1] flex items-center gap-2.5 text-sm ${isDisabled ? 'cursor-not-allowed opacity-50' : 'cursor-pointer'}`}
    >
      <input
        type="checkbox"
        checked={isTicked}
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed;
        }}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.checked)}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
        className="size-5 shrink-0 cursor-[inherit] appearance-none rounded-md border border-line-strong bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent"
      />
      {isTicked || isMixed ? (
        <Sign
          aria-hidden="true"
          size={14}
          strokeWidth={3}
          className="pointer-events-none absolute left-[3px] text-on-accent"
        />
      ) : null}
      {isLabelHidden ? null : label}
    </label>
  );
}
