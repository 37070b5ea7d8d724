import { useTranslation } from 'react-i18next';
import { useAppInfo } from '../../ipc/settings-queries';
import { DialogBox } from '../../ui/DialogBox';

/** Keys of each part of the app: what is pressed, and the words of what it does. */
const MENU_KEYS = [
  ['{mod} 1–8', 'shell.keys.go'],
  ['{mod} O', 'shell.keys.importList'],
  ['{mod} ,', 'shell.keys.settings'],
  ['{mod} /', 'shell.keys.help'],
] as const;
const ANYWHERE_KEYS = [['?', 'shell.keys.help']] as const;
const EDIT_KEYS = [
  ['{mod} S', 'shell.keys.save'],
  ['{mod} Z', 'shell.keys.undo'],
  ['{mod} ⇧ Z', 'shell.keys.redo'],
] as const;
const REVIEW_KEYS = [
  ['N ↓', 'review.keys.next'],
  ['P ↑', 'review.keys.previous'],
  ['J', 'review.keys.nextReason'],
  ['Enter', 'review.keys.accept'],
  ['C', 'review.keys.confirm'],
  ['1–5', 'review.keys.choose'],
  ['O', 'review.keys.override'],
  ['U', 'review.keys.undo'],
  ['E', 'review.keys.open'],
  ['A', 'review.keys.fixAll'],
  ['Esc', 'review.keys.leave'],
] as const;

/** Every key of the app in one place. Those of the menu are there in the desktop app only. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const info = useAppInfo();
  const modifier = /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const groups = [
    ...(info.data?.shell === 'desktop'
      ? [{ title: t('shell.keys.menu'), keys: MENU_KEYS } as const]
      : []),
    { title: t('shell.keys.anywhere'), keys: ANYWHERE_KEYS } as const,
    { title: t('shell.keys.editing'), keys: EDIT_KEYS } as const,
    { title: t('shell.keys.review'), keys: REVIEW_KEYS } as const,
  ];
  return (
    <DialogBox title={t('shell.keys.title')} isOpen onClose={onClose}>
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto">
        {groups.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-2 font-semibold text-quiet text-sm">{title}</h3>
            <dl className="grid grid-cols-[8rem_1fr] gap-x-6 gap-y-2">
              {keys.map(([key, words]) => (
                <div key={key} className="contents">
                  <dt className="flex gap-1">
                    {key.split(' ').map((part) => (
                      <kbd
                        key={part}
                        className="rounded border border-line-strong bg-sunken px-2 py-0.5 font-sans text-sm"
                      >
                        {part.replace('{mod}', modifier)}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{t(words)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogBox>
  );
}
