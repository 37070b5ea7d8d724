import type { ChildProcess } from 'node:child_process';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Answers {
  menu: readonly {
    readonly label: string;
    readonly items: readonly { readonly id: string; readonly label: string }[];
  }[];
  pressMenu: null;
  tray: {
    readonly image: string;
    readonly toolTip: string;
    readonly lines: readonly string[];
  } | null;
  pressTray: null;
  window: {
    readonly bounds: Bounds;
    readonly isMaximised: boolean;
    readonly isVisible: boolean;
    readonly progress: number | null;
    readonly badge: number;
  };
  setBounds: null;
  closeWindow: null;
  losePage: null;
  question: {
    readonly kind: 'message' | 'open';
    readonly message: string;
    readonly detail: string;
    readonly buttons: readonly string[];
  } | null;
  answer: null;
  openUrl: null;
  pathsOpened: readonly string[];
  refusePaths: null;
  quit: null;
}

/** Does outside of the page what a person or the system would do there. */
export type DesktopControl = <Act extends keyof Answers>(
  act: Act,
  value?: unknown,
) => Promise<Answers[Act]>;

/** Speaks to the double inside of `child`; see e2e/electron-double/control.ts for what it does. */
export function createDesktopControl(child: ChildProcess): DesktopControl {
  let lastId = 0;
  return (act, value) => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const hear = (message: { id?: number; value?: unknown; fault?: string }): void => {
        if (message.id !== id) return;
        child.off('message', hear);
        if (message.fault === undefined) resolve(message.value as never);
        else reject(new Error(message.fault));
      };
      child.on('message', hear);
      child.send({ id, act, value });
    });
  };
}
