import { applyCommand } from '@shared/options/editor/apply';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../ui/Button';
import { TextBox } from '../../../ui/fields';
import { formatCount, formatKrw, formatPercent } from '../../../ui/format';
import { Notice } from '../../../ui/Notice';
import { useLanguage } from '../../../ui/use-language';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** Rows drawn at once; the count of the rest is said. */
const SHOWN_ROWS = 60;
const SHOWN_ALTERNATIVES = 3;

/** What can be chosen of the product, as it was read; names can be changed, another reading taken. */
export function OptionsSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const options = editing.content?.options;
  if (options === undefined) return null;
  // Gone once taken; discarding the unsaved change brings it back.
  const known = editing.changedFields.includes('options')
    ? undefined
    : editing.advice.data?.repairs.find(({ code }) => code === 'OPTIONS_CORRECTION_KNOWN');
  const isNone = options.type === 'NONE';
  const more = options.combinations.length - SHOWN_ROWS;
  const count = (value: number): string => formatCount(value, language);
  const rename = (axis: number, name: string): void => {
    const outcome = applyCommand(options, { kind: 'rename-dimension', axis, name });
    if (outcome.kind === 'applied') editing.edit({ options: { ...options, ...outcome.model } });
  };
  return (
    <Section field="options" editing={editing}>
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-quiet text-sm">
          {isNone ? t('editor.optionsNone') : null}{' '}
          {t('editor.optionsSure', { percent: formatPercent(options.confidence, language) })}
        </p>
        {editing.draft.data?.lockedFields.includes('options') === true ? null : (
          <Button size="small" onPress={() => editing.edit({ options })}>
            {t('editor.optionsConfirm')}
          </Button>
        )}
        <Link
          to={`/drafts/${editing.draft.data?.itemNo ?? ''}/options`}
          className="ml-auto rounded font-medium text-accent-text text-sm hover:underline"
        >
          {t('editor.openOptions')}
        </Link>
      </div>
      {known === undefined ? null : (
        <div className="mt-3">
          <Notice
            tone="info"
            Icon={History}
            title={t('editor.optionsKnown')}
            actions={
              <Button size="small" tone="primary" onPress={() => editing.edit(known.change)}>
                {t('editor.optionsKnownTake')}
              </Button>
            }
          >
            <p>{known.explanation?.[language]}</p>
          </Notice>
        </div>
      )}
      {options.alternatives.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="mb-1.5 text-quiet text-sm">{t('editor.optionsOther')}</h3>
          <div className="flex flex-wrap gap-1.5">
            {options.alternatives.slice(0, SHOWN_ALTERNATIVES).map((alternative, place) => (
              <Button
                // biome-ignore lint/suspicious/noArrayIndexKey: readings have no name of their own and never move
                key={place}
                size="small"
                onPress={() => {
                  const { alternatives } = options;
                  editing.edit({ options: { ...options, ...alternative, alternatives } });
                }}
              >
                {t('editor.optionsUseNamed', {
                  names:
                    alternative.dimensions.map(({ name }) => name).join(' × ') ||
                    t('editor.optionsNone'),
                  count: alternative.combinations.length,
                })}
              </Button>
            ))}
          </div>
        </div>
      )}
      {isNone || options.dimensions.length === 0 ? null : (
        <>
          <div className="mt-4 grid gap-3 sm:grid-cols-3">
            {options.dimensions.map(({ name }, axis) => (
              <TextBox
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells dimensions apart while their names are typed
                key={axis}
                label={t('editor.renameDimension', { place: axis + 1 })}
                value={name}
                maxLength={25}
                onChange={(typed) => rename(axis, typed)}
              />
            ))}
          </div>
          <section
            aria-label={t('editor.optionsTable')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
            tabIndex={0}
            className="mt-4 max-h-80 overflow-auto rounded-lg border border-line"
          >
            <table className="w-full text-left text-sm">
              <thead className="sticky top-0 bg-page text-quiet text-xs">
                <tr>
                  {options.dimensions.map(({ name }, axis) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <th key={axis} scope="col" className="px-3 py-2 font-medium">
                      {name}
                    </th>
                  ))}
                  <th scope="col" className="px-3 py-2 text-right font-medium">
                    {t('editor.optionsPrice')}
                  </th>
                  <th scope="col" className="px-3 py-2 text-right font-medium">
                    {t('editor.optionsStock')}
                  </th>
                  <th scope="col" className="px-3 py-2 font-medium">
                    {t('editor.optionsUsable')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {options.combinations.slice(0, SHOWN_ROWS).map((row) => (
                  <tr
                    key={`${row.sourceKey} ${row.values.join(' ')}`}
                    className="border-line border-t"
                  >
                    {options.dimensions.map((_, axis) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      <td key={axis} className="px-3 py-1.5">
                        {row.values[axis]}
                      </td>
                    ))}
                    <td className="px-3 py-1.5 text-right">{formatKrw(row.priceKrw, language)}</td>
                    <td className="px-3 py-1.5 text-right">{count(row.stock)}</td>
                    <td className={`px-3 py-1.5 ${row.usable ? 'text-good' : 'text-quiet'}`}>
                      {t(row.usable ? 'editor.optionsOn' : 'editor.optionsOff')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {more > 0 ? (
            <p className="mt-2 text-quiet text-sm">
              {t('editor.optionsMore', { count: more, value: count(more) })}
            </p>
          ) : null}
        </>
      )}
      {options.addOns.length === 0 ? null : (
        <p className="mt-2 text-quiet text-sm">
          {t('editor.optionsAddOns', { count: options.addOns.length })}
        </p>
      )}
    </Section>
  );
}
