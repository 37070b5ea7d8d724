import { Bookmark, BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings, useUpdateSettings } from '../../ipc/settings-queries';
import { Button } from '../../ui/Button';
import { TextBox } from '../../ui/fields';
import { IconButton } from '../../ui/IconButton';

export interface SavedViewsProps {
  readonly search: URLSearchParams;
  readonly onOpen: (search: URLSearchParams) => void;
}

/** Filters that the seller keeps under a name. */
export function SavedViews({ search, onOpen }: SavedViewsProps) {
  const { t } = useTranslation();
  const settings = useSettings();
  const update = useUpdateSettings();
  const [name, setName] = useState<string | null>(null);
  const views = settings.data?.draftViews ?? [];
  const current = search.toString();
  const isKept = views.some((view) => view.search === current);
  if (views.length === 0 && current === '') return null;
  const save = (): void => {
    const kept = name?.trim() ?? '';
    if (kept !== '') {
      const others = views.filter((view) => view.name !== kept);
      update.mutate({ draftViews: [...others, { name: kept, search: current }] });
    }
    setName(null);
  };
  return (
    <section aria-label={t('review.views')} className="-mt-2 flex flex-wrap items-center gap-1.5">
      {views.map((view) => (
        <span
          key={view.name}
          className="flex items-center rounded-full border border-line bg-raised pl-1 text-sm data-[current]:border-accent data-[current]:bg-accent-soft"
          data-current={view.search === current || undefined}
        >
          <Button
            size="small"
            tone="ghost"
            onPress={() => onOpen(new URLSearchParams(view.search))}
          >
            <Bookmark aria-hidden="true" size={14} />
            {view.name}
          </Button>
          <IconButton
            size="small"
            tone="ghost"
            label={t('review.removeView', { name: view.name })}
            onPress={() =>
              update.mutate({ draftViews: views.filter((each) => each.name !== view.name) })
            }
            Icon={X}
            iconPx={14}
          />
        </span>
      ))}
      {current === '' || isKept ? null : name === null ? (
        <Button size="small" tone="ghost" onPress={() => setName('')}>
          <BookmarkPlus aria-hidden="true" size={15} />
          {t('review.saveView')}
        </Button>
      ) : (
        <form
          className="flex items-center gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextBox
            label={t('review.viewName')}
            isLabelHidden
            value={name}
            maxLength={40}
            onChange={setName}
          />
          <Button size="small" type="submit">
            {t('common.save')}
          </Button>
        </form>
      )}
    </section>
  );
}
