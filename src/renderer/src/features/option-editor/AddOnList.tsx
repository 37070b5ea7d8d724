import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { formatKrw } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useShown } from './editor-context';
import { InlineField } from './InlineField';

/** What is bought beside the product; each can become an option again. */
export function AddOnList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useDispatch();
  const { view } = useShown();
  if (view.model.addOns.length === 0) return null;
  return (
    <Card title={t('optionEditor.addOns')}>
      <ul className="max-h-60 overflow-y-auto">
        {view.model.addOns.map((addOn, place) => (
          <li
            key={addOn.sourceKey ?? `at ${place}`}
            className="flex items-center gap-3 border-line border-b py-1 last:border-b-0"
          >
            <InlineField
              label={t('optionEditor.addOnName', { name: addOn.name })}
              value={addOn.name}
              column="add-on"
              isWrong={view.wrongAddOns.has(place)}
              onType={(_, typed) =>
                dispatch({
                  kind: 'type',
                  command: typed === null ? null : { kind: 'rename-add-on', place, name: typed },
                })
              }
              onTake={(_, name) =>
                dispatch({ kind: 'edit', command: { kind: 'rename-add-on', place, name } })
              }
            />
            <span className="shrink-0">{formatKrw(view.addOnPaidKrw[place] ?? 0, language)}</span>
            <Button
              size="small"
              onPress={() =>
                dispatch({ kind: 'edit', command: { kind: 'unmark-add-on', places: [place] } })
              }
            >
              {t('optionEditor.unmarkAddOn')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
