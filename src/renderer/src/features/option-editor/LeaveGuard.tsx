import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { useUnsaved } from '../../state/unsaved';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';

export interface LeaveGuardProps {
  readonly isDirty: boolean;
}

/** Asks before edits that are not saved are left behind. */
export function LeaveGuard({ isDirty }: LeaveGuardProps) {
  const { t } = useTranslation();
  useUnsaved('options', isDirty);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <DialogBox title={t('optionEditor.leaveTitle')} isOpen onClose={() => blocker.reset()}>
      <p>{t('optionEditor.leaveHint')}</p>
      <div className="flex justify-end gap-2">
        <Button tone="danger" onPress={() => blocker.proceed()}>
          {t('optionEditor.leave')}
        </Button>
        <Button tone="primary" onPress={() => blocker.reset()}>
          {t('optionEditor.stay')}
        </Button>
      </div>
    </DialogBox>
  );
}
