import { Switch } from 'react-aria-components';

export interface SwitchRowProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** One thing that is on or off, with its words beside it. */
export function SwitchRow({ label, ...field }: SwitchRowProps) {
  return (
    <Switch
      {...field}
      className="group flex cursor-pointer items-center gap-3 data-[disabled]:opacity-50"
    >
      <span className="flex h-6 w-10 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors group-data-[selected]:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-accent group-data-[focus-visible]:outline-offset-2">
        <span className="size-5 rounded-full bg-surface transition-transform group-data-[selected]:translate-x-4" />
      </span>
      {label}
    </Switch>
  );
}
