import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutList } from '../../state/shortcut-list';
import { OutcomeToast } from './OutcomeToast';
import { UpdateToast } from './UpdateToast';
import { useHelpKey } from './use-help-key';
import { type CommandOutcome, useShellCommands, useUnsavedReport } from './use-shell-commands';

/** Seldom asked for, so its code waits until it is. */
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog')).ShortcutsDialog,
}));

/** Where the page and the program around it meet: commands of the menu, and what the program has to say. */
export function ShellBridge() {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null);
  const { isOpen: isListOpen, show: showList } = useShortcutList();
  useShellCommands({ onOutcome: setOutcome, onShortcuts: () => showList(true) });
  useHelpKey(() => showList(!isListOpen));
  useUnsavedReport();
  return (
    <>
      <section
        aria-label={t('shell.messages')}
        aria-live="polite"
        className="pointer-events-none fixed bottom-5 left-65 z-40 flex w-[19rem] max-lg:left-21 max-w-[calc(100vw-2.5rem)] flex-col gap-2.5"
      >
        <UpdateToast />
        {outcome === null ? null : (
          <OutcomeToast outcome={outcome} onClose={() => setOutcome(null)} />
        )}
      </section>
      {isListOpen ? (
        <Suspense fallback={null}>
          <ShortcutsDialog onClose={() => showList(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
