import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCreateDiagnostics } from '../../ipc/app-queries';
import { useDismissCrash, useShellState } from '../../ipc/shell-queries';
import { Button } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { ShellToast } from './ShellToast';
import type { CommandOutcome } from './use-shell-commands';

/** Tells once that the program or its page went down, with the file for whoever helps one press away. */
export function CrashToast({
  onOutcome,
}: {
  readonly onOutcome: (outcome: CommandOutcome) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useShellState();
  const dismiss = useDismissCrash();
  const create = useCreateDiagnostics();
  const crash = state.data?.crash ?? null;
  if (crash === null) return null;
  return (
    <ShellToast
      Icon={TriangleAlert}
      colours="bg-warn-soft text-warn"
      text={t(crash.kind === 'page' ? 'shell.pageCrashed' : 'shell.runCrashed', {
        at: formatTime(crash.atMs, Date.now(), language),
      })}
      detail={t('shell.crashHint')}
      actions={
        <Button
          size="small"
          isDisabled={create.isPending}
          onPress={() =>
            create.mutate(undefined, {
              onSuccess: ({ path }) => {
                onOutcome({ kind: 'diagnostics-made', path });
                dismiss.mutate();
              },
              onError: (fault) => onOutcome({ kind: 'failed', fault }),
            })
          }
        >
          {t('backup.diagnosticsMake')}
        </Button>
      }
      onClose={() => dismiss.mutate()}
    />
  );
}
