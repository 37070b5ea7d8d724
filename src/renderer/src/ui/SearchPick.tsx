import { Search } from 'lucide-react';
import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { INPUT_LOOKS, ITEM_LOOKS, POPOVER_LOOKS } from './fields';

export interface SearchPickProps {
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** What was found for the text, by the one who asked for it. */
  readonly found: readonly { readonly id: string; readonly words: string }[];
  readonly onPick: (id: string) => void;
}

/** Types to search a long list that lives elsewhere, and picks one of what was found. */
export function SearchPick({ label, text, onType, found, onPick }: SearchPickProps) {
  const { t } = useTranslation();
  const [isUsed, setIsUsed] = useState(false);
  return (
    <ComboBox
      inputValue={text}
      onInputChange={(typed) => {
        setIsUsed(true);
        onType(typed);
      }}
      items={found}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        onPick(String(key));
        onType('');
      }}
      allowsEmptyCollection={isUsed && text.trim().length > 1}
      menuTrigger="input"
    >
      <Label className="mb-1 block font-medium text-quiet text-sm">{label}</Label>
      <div className="relative">
        <Search
          aria-hidden="true"
          size={16}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-quiet"
        />
        <Input placeholder={t('editor.searchPlaceholder')} className={`${INPUT_LOOKS} pl-9`} />
      </div>
      <Popover className={POPOVER_LOOKS}>
        <ListBox<{ readonly id: string; readonly words: string }>
          className="outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-2 text-quiet text-sm">{t('editor.searchNone')}</p>
          )}
        >
          {(each) => (
            <ListBoxItem id={each.id} textValue={each.words} className={ITEM_LOOKS}>
              {each.words}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
