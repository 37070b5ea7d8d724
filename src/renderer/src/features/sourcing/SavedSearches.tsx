import type { SavedSearch, SourcingConditions } from '@shared/domain/sourcing';
import { isSearchable } from '@shared/domain/sourcing';
import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { TextBox } from '../../ui/fields';
import { IconButton } from '../../ui/IconButton';
import { QueryView } from '../../ui/QueryView';
import { useSavedSearches } from './use-sourcing';

export interface SavedSearchesProps {
  readonly conditions: SourcingConditions;
  readonly onSearch: (conditions: SourcingConditions) => void;
}

/** Keeps the search under a name, and takes up one that was kept. */
export function SavedSearches({ conditions, onSearch }: SavedSearchesProps) {
  const { t } = useTranslation();
  const { list, save, remove } = useSavedSearches();
  const [name, setName] = useState('');
  const [removed, setRemoved] = useState<SavedSearch | null>(null);
  const box = useRef<HTMLDivElement>(null);
  /** The pressed button goes with its row; the keys stay with the window around it. */
  const showRemoved = (search: SavedSearch | null): void => {
    setRemoved(search);
    box.current?.focus();
  };
  const fault = save.error ?? remove.error;
  return (
    <DialogTrigger>
      <Button>
        <Bookmark aria-hidden="true" size={16} />
        {t('sourcing.saved')}
      </Button>
      <Popover className="w-80 rounded-xl border border-line bg-raised p-4 shadow-float">
        <Dialog aria-label={t('sourcing.saved')} className="outline-none">
          {({ close }) => (
            <div ref={box} tabIndex={-1} className="flex flex-col gap-4 outline-none">
              <QueryView query={list}>
                {({ searches }) =>
                  searches.length === 0 ? (
                    <div className="text-sm">
                      <p>{t('sourcing.savedNone')}</p>
                      <p className="text-quiet">{t('sourcing.savedNoneHint')}</p>
                    </div>
                  ) : (
                    <ul className="flex max-h-64 flex-col gap-0.5 overflow-y-auto">
                      {searches.map((search) => (
                        <li key={search.id} className="flex items-center gap-1">
                          <button
                            type="button"
                            onClick={() => {
                              onSearch(search.conditions);
                              close();
                            }}
                            className="min-w-0 flex-1 cursor-pointer truncate rounded-lg px-2 py-1.5 text-left text-sm hover:bg-accent-soft"
                          >
                            {search.name}
                          </button>
                          <IconButton
                            size="small"
                            tone="ghost"
                            label={t('sourcing.remove', { name: search.name })}
                            onPress={() => {
                              remove.mutate(search.id, { onSuccess: () => showRemoved(search) });
                            }}
                            Icon={Trash2}
                            iconPx={15}
                          />
                        </li>
                      ))}
                    </ul>
                  )
                }
              </QueryView>
              {removed === null ? null : (
                <p role="status" className="flex items-center justify-between gap-2 text-sm">
                  <span className="min-w-0 truncate">
                    {t('sourcing.removed', { name: removed.name })}
                  </span>
                  <Button
                    size="small"
                    isDisabled={save.isPending}
                    onPress={() =>
                      save.mutate(
                        { name: removed.name, conditions: removed.conditions },
                        { onSuccess: () => showRemoved(null) },
                      )
                    }
                  >
                    {t('common.undo')}
                  </Button>
                </p>
              )}
              {fault === null ? null : <FaultNotice fault={fault} />}
              {isSearchable(conditions) ? (
                <form
                  className="flex flex-col items-end gap-2 border-line border-t pt-3"
                  onSubmit={(event) => {
                    event.preventDefault();
                    save.mutate(
                      { name, conditions },
                      {
                        onSuccess: () => {
                          setName('');
                          close();
                        },
                      },
                    );
                  }}
                >
                  <div className="w-full">
                    <TextBox
                      label={t('sourcing.saveName')}
                      value={name}
                      onChange={setName}
                      maxLength={60}
                    />
                  </div>
                  <Button
                    type="submit"
                    tone="primary"
                    isDisabled={name.trim() === '' || save.isPending}
                  >
                    <BookmarkPlus aria-hidden="true" size={17} />
                    {t('sourcing.save')}
                  </Button>
                </form>
              ) : null}
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
