import { useState } from 'react';
import { TextBox } from './fields';

export interface SavedTextBoxProps {
  readonly label: string;
  /** As it is saved. */
  readonly value: string;
  /** Called when the field is left with another text. */
  readonly onSave: (text: string) => void;
  readonly hint?: string;
  readonly maxLength?: number;
}

/** A text that is saved when the field is left, so that half a word never is. */
export function SavedTextBox({ value, onSave, ...box }: SavedTextBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextBox
      {...box}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed !== value) onSave(typed);
        setTyped(null);
      }}
    />
  );
}
