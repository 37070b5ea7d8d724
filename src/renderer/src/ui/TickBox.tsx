import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';

export interface TickBoxProps {
  /** Said by screen readers where no words stand beside the box. */
  readonly label: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/** A box to tick, with its words beside it or for screen readers only. */
export function TickBox({
  label,
  isTicked,
  onChange,
  isLabelHidden = false,
  isDisabled = false,
}: TickBoxProps) {
  return (
    <Checkbox
      isSelected={isTicked}
      onChange={onChange}
      isDisabled={isDisabled}
      aria-label={label}
      className="group flex cursor-pointer items-center gap-2.5 text-sm data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50"
    >
      <span className="flex size-5 shrink-0 items-center justify-center rounded-md border border-line-strong bg-surface text-on-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-accent group-data-[focus-visible]:outline-offset-2 group-data-[selected]:border-accent group-data-[selected]:bg-accent">
        {isTicked ? <Check aria-hidden="true" size={14} strokeWidth={3} /> : null}
      </span>
      {isLabelHidden ? null : label}
    </Checkbox>
  );
}
