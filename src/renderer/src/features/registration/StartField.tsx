import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { INPUT_LOOKS } from '../../ui/fields';

export interface StartFieldProps {
  /** Null = at once. */
  readonly startsAtMs: number | null;
  readonly onChange: (startsAtMs: number | null) => void;
}

/** When a list may begin, to the minute of this computer's time. */
export function StartField({ startsAtMs, onChange }: StartFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="flex items-end gap-2">
      <div>
        <label htmlFor={id} className="mb-1 block font-medium text-quiet text-sm">
          {t('queue.batch.notBefore')}
        </label>
        <input
          id={id}
          type="datetime-local"
          className={INPUT_LOOKS}
          defaultValue={startsAtMs === null ? '' : localMinuteOf(startsAtMs)}
          key={startsAtMs}
          onChange={({ target }) => {
            const chosenMs = new Date(target.value).getTime();
            if (!Number.isNaN(chosenMs)) onChange(chosenMs);
          }}
        />
      </div>
      {startsAtMs === null ? null : (
        <Button onPress={() => onChange(null)}>{t('queue.batch.startNow')}</Button>
      )}
    </div>
  );
}

/** `2026-11-23T15:05`, as the field writes a moment of this computer's time. */
function localMinuteOf(atMs: number): string {
  const shifted = new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
