import { useTranslation } from 'react-i18next';
import { TickBox } from '../../ui/TickBox';
import { useDispatch, useSession, useShown } from './editor-context';

/** Chooses all rows that the filter lets through, or none. */
export function SelectAll() {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { selected } = useSession();
  const { shownRows } = useShown();
  const places = shownRows.map(({ place }) => place);
  const count = places.filter((place) => selected.has(place)).length;
  return (
    <TickBox
      label={t('optionEditor.selectAll')}
      isLabelHidden
      isTicked={count > 0 && count === places.length}
      isMixed={count > 0 && count < places.length}
      onChange={(isOn) => dispatch({ kind: 'select', places, isOn })}
    />
  );
}
