import { wholeReadingOf } from '@shared/options/correction';
import { textOf } from '@shared/texts/catalogue';
import { memo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge';
import { formatPercent } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useSession } from './editor-context';
import { SplitAtForm } from './SplitAtForm';
import { shapeOf } from './shape';

/** From here a reading needs no second look. */
const SURE = 0.9;
const UNSURE = 0.7;

/** How the supplier's texts were read, why, how surely, and the other readings to choose from. */
export const ReadingPanel = memo(() => {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useDispatch();
  const { readings, around, draft } = useSession();
  const { steps, notes, confidence } = draft.content.options;
  return (
    <Card
      title={t('optionEditor.reading')}
      aside={
        <Badge tone={confidence >= SURE ? 'good' : confidence >= UNSURE ? 'busy' : 'warn'}>
          {t('optionEditor.confidence', { percent: formatPercent(confidence, language) })}
        </Badge>
      }
    >
      <div className="@container max-h-80 overflow-y-auto">
        <div className="grid gap-x-8 gap-y-3 @3xl:grid-cols-3">
          <RadioGroup
            aria-label={t('optionEditor.readings')}
            value={String(around.reading)}
            onChange={(place) => dispatch({ kind: 'choose-reading', reading: Number(place) })}
            className="flex flex-col gap-1"
          >
            {readings.map((reading, place) => {
              const sign = reading.separator;
              const shape = shapeOf(reading);
              return (
                <Radio
                  // biome-ignore lint/suspicious/noArrayIndexKey: readings have no other name than their place, and stay
                  key={place}
                  value={String(place)}
                  className="group flex cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1 text-sm hover:bg-page data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
                >
                  <span
                    aria-hidden="true"
                    className="flex size-4 shrink-0 items-center justify-center rounded-full border-2 border-line-strong group-data-[selected]:border-accent"
                  >
                    <span className="size-2 rounded-full group-data-[selected]:bg-accent" />
                  </span>
                  <span className="font-medium">
                    {sign === null
                      ? t('optionEditor.noSeparator')
                      : sign === 'mixed'
                        ? t('optionEditor.mixedSeparator')
                        : sign.trim() === ''
                          ? t('optionEditor.blankSeparator')
                          : t('optionEditor.separator', { sign })}
                  </span>
                  <span className="min-w-0 truncate text-quiet">
                    {shape === '' ? t('optionEditor.noDimensions') : shape}
                    {' · '}
                    {formatPercent(reading.confidence, language)}
                  </span>
                </Radio>
              );
            })}
          </RadioGroup>
          {wholeReadingOf(readings) === null ? null : <SplitAtForm />}
          {steps.length === 0 ? null : (
            <div>
              <h3 className="font-medium text-quiet text-sm">{t('optionEditor.why')}</h3>
              <ol className="mt-1 list-decimal pl-5 text-sm">
                {steps.map((step) => (
                  <li key={step.en}>{step[language]}</li>
                ))}
              </ol>
            </div>
          )}
          {notes.length === 0 ? null : (
            <div>
              <h3 className="font-medium text-quiet text-sm">{t('optionEditor.notes')}</h3>
              <ul className="mt-1 list-disc pl-5 text-sm">
                {notes.map((reason) => {
                  const { message } = textOf(reason.code, language, reason.params);
                  return <li key={message}>{message}</li>;
                })}
              </ul>
            </div>
          )}
        </div>
      </div>
    </Card>
  );
});
