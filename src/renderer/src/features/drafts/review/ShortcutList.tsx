import { useTranslation } from 'react-i18next';
import { DialogBox } from '../../../ui/DialogBox';

const SHORTCUTS = [
  ['N ↓', 'next'],
  ['P ↑', 'previous'],
  ['J', 'nextReason'],
  ['Enter', 'accept'],
  ['C', 'confirm'],
  ['O', 'override'],
  ['U', 'undo'],
  ['E', 'open'],
  ['A', 'fixAll'],
  ['?', 'help'],
  ['Esc', 'leave'],
] as const;

/** Every key of the review and what it does. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <DialogBox title={t('review.keys.title')} isOpen onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {SHORTCUTS.map(([key, words]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-line-strong bg-sunken px-2 py-0.5 font-sans text-sm">
                {key}
              </kbd>
            </dt>
            <dd>{t(`review.keys.${words}`)}</dd>
          </div>
        ))}
      </dl>
    </DialogBox>
  );
}
