import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  /** Keep the label for screen readers only. */
  readonly isLabelHidden?: boolean;
}

/** One of a few, all visible. Arrow keys move, the group has a name. */
export function ChoiceGroup<Value extends string>({
  label,
  value,
  choices,
  onChange,
  isLabelHidden = false,
}: ChoiceGroupProps<Value>) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      orientation="horizontal"
      className="flex flex-wrap items-center gap-3"
    >
      <Label className={isLabelHidden ? 'sr-only' : 'min-w-24 font-medium'}>{label}</Label>
      <div className="flex flex-wrap gap-1 rounded-lg border border-line bg-surface p-1">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="cursor-pointer rounded-md px-3 py-1 data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[selected]:bg-accent data-[selected]:text-on-accent"
          >
            {choice.text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
