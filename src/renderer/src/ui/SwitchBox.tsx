import { Switch } from 'react-aria-components';

export interface SwitchBoxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  /** Keep the label for screen readers only. */
  readonly isLabelHidden?: boolean;
}

/** On or off, at once. */
export function SwitchBox({ label, isLabelHidden = false, ...props }: SwitchBoxProps) {
  return (
    <Switch
      {...props}
      className="group flex cursor-pointer items-center gap-2.5 text-sm data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50"
    >
      <span className="flex h-5.5 w-10 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors group-data-[focus-visible]:outline-2 group-data-[selected]:bg-accent group-data-[focus-visible]:outline-accent group-data-[focus-visible]:outline-offset-2">
        <span className="size-4.5 rounded-full bg-white shadow-card transition-transform group-data-[selected]:translate-x-4.5" />
      </span>
      <span className={isLabelHidden ? 'sr-only' : 'font-medium'}>{label}</span>
    </Switch>
  );
}
