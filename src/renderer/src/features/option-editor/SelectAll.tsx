import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSession, useShown } from './editor-context';

/** Chooses all rows that the filter lets through, or none. */
export function SelectAll() {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { selected } = useSession();
  const { shownRows } = useShown();
  const places = shownRows.map(({ place }) => place);
  const count = places.filter((place) => selected.has(place)).length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && count < places.length;
  });
  return (
    <input
      ref={box}
      type="checkbox"
      className="size-4.5 accent-accent"
      aria-label={t('optionEditor.selectAll')}
      checked={count > 0 && count === places.length}
      onChange={(event) => dispatch({ kind: 'select', places, isOn: event.currentTarget.checked })}
    />
  );
}
