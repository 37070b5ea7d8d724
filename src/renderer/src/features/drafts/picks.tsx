import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { SearchPick } from '../../ui/SearchPick';

/** Searches all leaf categories and picks one. */
export function CategoryPick({ onPick }: { readonly onPick: (id: string, path: string) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: queryKeys.marketplace.categories(wanted),
    queryFn: () => client.request('marketplace.findCategories', { text: wanted }),
    enabled: wanted.length > 1,
    placeholderData: keepPreviousData,
  });
  const categories = wanted.length > 1 ? (found.data?.categories ?? []) : [];
  return (
    <SearchPick
      label={t('editor.categorySearch')}
      text={text}
      onType={setText}
      found={categories.map(({ id, path }) => ({ id, words: path.replaceAll('>', ' › ') }))}
      onPick={(id) => {
        const picked = categories.find((each) => each.id === id);
        if (picked !== undefined) onPick(picked.id, picked.path);
      }}
    />
  );
}

/** Searches Naver's places of origin and picks one. */
export function OriginPick({ onPick }: { readonly onPick: (code: string, name: string) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: queryKeys.marketplace.origins(wanted),
    queryFn: () => client.request('marketplace.findOrigins', { text: wanted }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const origins = wanted === '' ? [] : (found.data?.origins ?? []);
  return (
    <SearchPick
      label={t('editor.originSearch')}
      text={text}
      onType={setText}
      found={origins.map((each) => ({ id: each.code, words: each.name }))}
      onPick={(code) => {
        const picked = origins.find((each) => each.code === code);
        if (picked !== undefined) onPick(picked.code, picked.name);
      }}
    />
  );
}
