import { useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { INPUT_LOOKS } from '../../ui/fields';

export interface LinesBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly lines: readonly string[];
  /** Lines that are not are left out. */
  readonly isLine: (line: string) => boolean;
  /** Called when the field is left with other lines. */
  readonly onSave: (lines: readonly string[]) => void;
}

/** A list with one entry per line, saved when the field is left. */
export function LinesBox({ label, hint, lines, isLine, onSave }: LinesBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    if (typed === null) return;
    const wanted = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(
      (line) => line !== '' && isLine(line),
    );
    setTyped(null);
    if (wanted.join('\n') !== lines.join('\n')) onSave(wanted);
  };
  return (
    <TextField value={typed ?? lines.join('\n')} onChange={setTyped} onBlur={save}>
      <Label className="mb-1 block font-medium text-quiet text-sm">{label}</Label>
      <TextArea rows={4} className={`${INPUT_LOOKS} py-2`} />
      <Text slot="description" className="mt-1 block text-quiet text-xs">
        {hint}
      </Text>
    </TextField>
  );
}
