import { Search, X } from 'lucide-react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';

export interface SearchBoxProps {
  /** Also shown inside while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A text to search by; Escape empties it. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation();
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      maxLength={100}
      className="flex min-h-9 w-72 items-center gap-2 rounded-lg border border-line-strong/70 bg-surface px-2.5 focus-within:outline-2 focus-within:outline-accent max-md:w-full"
    >
      <Search aria-hidden="true" size={16} className="shrink-0 text-quiet" />
      <Input
        placeholder={label}
        className="min-w-0 flex-1 bg-transparent text-sm outline-none! placeholder:text-quiet [&::-webkit-search-cancel-button]:hidden"
      />
      {value === '' ? null : (
        <IconButton
          label={t('common.close')}
          className="rounded p-0.5 text-quiet hover:text-text"
          Icon={X}
          iconPx={15}
        />
      )}
    </SearchField>
  );
}
