import { Input, Label, TextField } from 'react-aria-components';

export interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isLabelHidden?: boolean;
  readonly width?: string;
}

/** A labelled text in one line. */
export function TextBox({
  label,
  value,
  onChange,
  isLabelHidden = false,
  width = 'w-full',
}: TextBoxProps) {
  return (
    <TextField value={value} onChange={onChange} className={`flex flex-col gap-1 ${width}`}>
      <Label className={isLabelHidden ? 'sr-only' : 'font-medium text-sm'}>{label}</Label>
      <Input
        {...(isLabelHidden ? { placeholder: label } : {})}
        className="min-h-8 w-full rounded-lg border border-line-strong/70 bg-surface px-2.5 text-sm placeholder:text-quiet"
      />
    </TextField>
  );
}
