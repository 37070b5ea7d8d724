import { ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Select,
  SelectValue,
  Text,
  TextField,
} from 'react-aria-components';

/** Looks of everything that is typed into. */
export const INPUT_LOOKS =
  'min-h-9 w-full rounded-lg border border-line-strong/70 bg-surface px-3 text-text placeholder:text-quiet focus:outline-2 focus:outline-accent data-[invalid]:border-bad';
const LABEL_LOOKS = 'mb-1 block font-medium text-quiet text-sm';
/** A list that drops from a field, as wide as the field. */
export const POPOVER_LOOKS =
  'max-h-80 w-(--trigger-width) overflow-auto rounded-xl border border-line bg-raised p-1 shadow-float';
/** A line of such a list. */
export const ITEM_LOOKS =
  'cursor-pointer rounded-lg px-3 py-1.5 text-sm outline-none data-[focused]:bg-accent-soft data-[focused]:text-accent-text data-[selected]:font-semibold';

export interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly onBlur?: () => void;
  /** Keep the label for screen readers only. */
  readonly isLabelHidden?: boolean;
  /** What was typed cannot be taken; `aria-describedby` names the element that says why. */
  readonly isInvalid?: boolean;
  readonly 'aria-describedby'?: string;
}

/** A labelled line of text; the hint is read with the label. */
export function TextBox({
  label,
  hint,
  placeholder,
  isLabelHidden = false,
  ...field
}: TextBoxProps) {
  return (
    <TextField {...field}>
      <Label className={isLabelHidden ? 'sr-only' : LABEL_LOOKS}>{label}</Label>
      <Input className={INPUT_LOOKS} {...(placeholder === undefined ? {} : { placeholder })} />
      {hint === undefined ? null : (
        <Text slot="description" className="mt-1 block text-quiet text-xs">
          {hint}
        </Text>
      )}
    </TextField>
  );
}

export interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  /** Called when the number is settled: on leaving the field or with the arrow keys. */
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Thousands apart, as amounts are written; a port or a year is not. Default true. */
  readonly isGrouped?: boolean;
}

/** A labelled number; told when it is settled, and not at all while it is no number. */
export function NumberBox({
  label,
  value,
  onChange,
  min,
  max,
  step,
  isGrouped = true,
}: NumberBoxProps) {
  return (
    <NumberField
      value={value}
      onChange={(typed) => {
        if (!Number.isNaN(typed)) onChange(typed);
      }}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(isGrouped ? {} : { formatOptions: { useGrouping: false } })}
    >
      <Label className={LABEL_LOOKS}>{label}</Label>
      <Input className={`${INPUT_LOOKS} text-right`} />
    </NumberField>
  );
}

export interface SelectBoxProps<Value extends string> {
  readonly label: string;
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  /** Keep the label for screen readers only. */
  readonly isLabelHidden?: boolean;
}

/** A labelled choice from a closed list; a value outside of it shows the placeholder. */
export function SelectBox<Value extends string>({
  label,
  value,
  choices,
  onChange,
  placeholder = '–',
  isLabelHidden = false,
}: SelectBoxProps<Value>) {
  return (
    <Select
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder}
    >
      <Label className={isLabelHidden ? 'sr-only' : LABEL_LOOKS}>{label}</Label>
      <AriaButton className={`${INPUT_LOOKS} flex items-center justify-between gap-2 text-left`}>
        <SelectValue className="truncate" />
        <ChevronDown aria-hidden="true" size={16} className="shrink-0 text-quiet" />
      </AriaButton>
      <Popover className={POPOVER_LOOKS}>
        <ListBox className="outline-none">
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} className={ITEM_LOOKS}>
              {choice.text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
