import { type KeyboardEvent, useState } from 'react';
import { keyNameOf } from '../../ui/key-name';

export interface InlineFieldProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly value: string;
  /** The column in which arrow keys and Enter move. */
  readonly column: string;
  readonly isWrong?: boolean;
  readonly align?: 'left' | 'right';
  readonly looks?: string;
  /** With every keystroke: the value as it was when typing began, and what is typed; null = given up. */
  readonly onType: (origin: string, typed: string | null) => void;
  /** When the field is left or Enter is pressed with another text. */
  readonly onTake: (origin: string, typed: string) => void;
}

interface Typing {
  readonly origin: string;
  readonly text: string;
}

/** A text that is edited where it stands: Enter takes it and goes down, Escape gives it up, saving takes it. */
export function InlineField({
  label,
  value,
  column,
  isWrong = false,
  align = 'left',
  looks = '',
  onType,
  onTake,
}: InlineFieldProps) {
  const [typing, setTyping] = useState<Typing | null>(null);

  const leave = (): void => {
    if (typing === null) return;
    if (typing.text === typing.origin) onType(typing.origin, null);
    else onTake(typing.origin, typing.text);
    setTyping(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typing !== null) {
      event.stopPropagation();
      onType(typing.origin, null);
      setTyping(null);
      return;
    }
    if ((event.ctrlKey || event.metaKey) && keyNameOf(event.nativeEvent) === 's') leave();
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = neighbour(event.currentTarget, column, step);
    if (next === null) {
      if (event.key === 'Enter') leave();
      return;
    }
    next.focus();
    next.select();
  };
  return (
    <input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      data-column={column}
      data-typing={typing === null ? undefined : true}
      value={typing?.text ?? value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        const text = event.currentTarget.value;
        const origin = typing?.origin ?? value;
        setTyping({ origin, text });
        onType(origin, text);
      }}
      onBlur={leave}
      onKeyDown={onKeyDown}
      className={`min-h-8 w-full min-w-0 rounded-md border border-transparent bg-transparent px-2 hover:border-line-strong/60 focus:border-accent focus:bg-surface focus:outline-1 focus:outline-accent aria-[invalid]:border-bad aria-[invalid]:bg-bad-soft ${align === 'right' ? 'text-right' : ''} ${looks}`}
    />
  );
}

function neighbour(from: HTMLElement, column: string, step: number): HTMLInputElement | null {
  const row = from.closest('tr');
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  return (
    next?.querySelector<HTMLInputElement>(`input[data-column="${CSS.escape(column)}"]`) ?? null
  );
}
