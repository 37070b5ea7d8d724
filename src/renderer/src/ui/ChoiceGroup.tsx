import { Label, Radio, RadioGroup } from 'react-aria-components';

/** One of few choices that are all in view. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** Shown behind the word, e.g. how many rows the choice holds. */
  readonly count?: string;
}

export interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
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
      <Label className={isLabelHidden ? 'sr-only' : 'min-w-28 font-medium'}>{label}</Label>
      <div className="flex flex-wrap gap-0.5 rounded-lg bg-sunken p-0.5">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="flex cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-md px-3 py-1 text-quiet text-sm hover:text-text data-[selected]:bg-raised data-[selected]:font-semibold data-[selected]:text-text data-[selected]:shadow-card data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
          >
            {choice.text}
            {choice.count === undefined ? null : <span className="text-xs">{choice.count}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
