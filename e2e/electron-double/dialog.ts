import { writeSync } from 'node:fs';
import type { MessageBoxOptions, OpenDialogOptions } from 'electron';

const STDERR = 2;

/** A window of the system that waits for a person. */
interface Question {
  readonly kind: 'message' | 'open';
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly answer: (answer: number | string | null) => void;
}

let open: Question | null = null;

function ask(question: Question): void {
  if (open !== null) throw new Error('two system windows at once');
  open = question;
}

/** What the seller sees; null while no system window is open. */
export function openQuestion(): Omit<Question, 'answer'> | null {
  if (open === null) return null;
  const { answer: _, ...shown } = open;
  return shown;
}

/** A button's number, a chosen path, or null for leaving without one. */
export function answerQuestion(answer: number | string | null): void {
  if (open === null) throw new Error('no system window is open');
  const { answer: settle } = open;
  open = null;
  settle(answer);
}

/** A question goes with its window, as if it had been left without an answer. */
export function dismissQuestion(): void {
  if (open !== null) answerQuestion(null);
}

/** The options come last; a window may stand before them. */
function optionsOf<Options>(args: readonly unknown[]): Options {
  return args.at(-1) as Options;
}

export const dialog = {
  showErrorBox: (title: string, content: string): void => {
    writeSync(STDERR, `electron double: error box: ${title}\n${content}\n`);
  },
  showMessageBox: (...args: readonly unknown[]): Promise<{ response: number }> => {
    const { message, detail, buttons, cancelId } = optionsOf<MessageBoxOptions>(args);
    if (buttons === undefined || buttons.length < 2) throw new Error('there is nothing to answer');
    return new Promise((resolve) => {
      ask({
        kind: 'message',
        message,
        detail: detail ?? '',
        buttons,
        answer: (answer) => {
          const response = answer === null ? (cancelId ?? 0) : Number(answer);
          if (buttons[response] === undefined) throw new Error(`there is no button ${response}`);
          resolve({ response });
        },
      });
    });
  },
  showOpenDialog: (
    ...args: readonly unknown[]
  ): Promise<{ canceled: boolean; filePaths: string[] }> => {
    const { filters } = optionsOf<OpenDialogOptions>(args);
    return new Promise((resolve) => {
      ask({
        kind: 'open',
        message: (filters ?? []).map(({ name }) => name).join(', '),
        detail: '',
        buttons: [],
        answer: (answer) =>
          resolve({
            canceled: answer === null,
            filePaths: answer === null ? [] : [String(answer)],
          }),
      });
    });
  },
};
