import { useTranslation } from 'react-i18next';
import { useCreateDiagnostics } from '../../ipc/app-queries';
import { useDismissCrash, useShellState } from '../../ipc/shell-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatTime } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';

/**
 * Tells once that the program or its page went down, with the file for whoever helps one press away.
 * Stands above the screen and covers nothing of it.
 */
export function CrashStrip() {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useShellState();
  const dismiss = useDismissCrash();
  const create = useCreateDiagnostics();
  const crash = state.data?.crash ?? null;
  if (crash === null) return null;
  return (
    <section aria-label={t('shell.crash')} className="px-8 pt-5 max-md:px-4">
      <Notice
        tone="warn"
        role="status"
        title={t(crash.kind === 'page' ? 'shell.pageCrashed' : 'shell.runCrashed', {
          at: formatTime(crash.atMs, Date.now(), language),
        })}
        actions={
          <>
            <Button
              size="small"
              isDisabled={create.isPending || create.isSuccess}
              onPress={() => create.mutate()}
            >
              {t('backup.diagnosticsMake')}
            </Button>
            <Button size="small" onPress={() => dismiss.mutate()}>
              {t('common.close')}
            </Button>
          </>
        }
      >
        {create.data === undefined ? (
          t('shell.crashHint')
        ) : (
          <>
            {t('backup.diagnosticsMade')}{' '}
            <span className="select-all break-all font-mono">{create.data.path}</span>
          </>
        )}
        {create.isError ? <FaultNotice fault={create.error} /> : null}
      </Notice>
    </section>
  );
}
