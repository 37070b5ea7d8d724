import { AppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../ui/use-language';
import { ShellToast } from './ShellToast';
import type { CommandOutcome } from './use-shell-commands';

const SHOWN_MS = 12_000;
const GOOD = 'bg-good-soft text-good';
const WARN = 'bg-warn-soft text-warn';

export interface OutcomeToastProps {
  readonly outcome: CommandOutcome;
  readonly onClose: () => void;
}

/** How a command of the menu ended. A fault stays until it is closed. */
export function OutcomeToast({ outcome, onClose }: OutcomeToastProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  useEffect(() => {
    if (outcome.kind === 'failed') return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome, onClose]);
  switch (outcome.kind) {
    case 'backed-up':
      return (
        <ShellToast
          Icon={CircleCheck}
          colours={GOOD}
          text={t('shell.backedUp')}
          onClose={onClose}
        />
      );
    case 'diagnostics-made':
      return (
        <ShellToast
          Icon={CircleCheck}
          colours={GOOD}
          text={t('backup.diagnosticsMade')}
          detail={<span className="select-all break-all font-mono text-xs">{outcome.path}</span>}
          onClose={onClose}
        />
      );
    case 'item-unknown':
      return (
        <ShellToast
          Icon={CircleAlert}
          colours={WARN}
          text={t('shell.itemUnknown', { itemNo: outcome.itemNo })}
          actions={
            <Link
              to="/import"
              onClick={onClose}
              className="font-semibold text-accent-text text-sm hover:underline"
            >
              {t('nav.import')}
            </Link>
          }
          onClose={onClose}
        />
      );
    case 'failed': {
      const { fault } = outcome;
      const words = fault instanceof AppError ? textOf(fault.code, language, fault.params) : null;
      return (
        <ShellToast
          Icon={CircleAlert}
          colours="bg-bad-soft text-bad"
          text={words?.message ?? t('common.unexpected')}
          detail={words?.fix}
          onClose={onClose}
        />
      );
    }
  }
}
