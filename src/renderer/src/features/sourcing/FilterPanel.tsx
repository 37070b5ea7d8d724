import { zodResolver } from '@hookform/resolvers/zod';
import { isSearchable, type SourcingConditions } from '@shared/domain/sourcing';
import { ChevronDown, Search } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { type Control, Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../ui/Button';
import { SelectBox, TextBox, type TextBoxProps } from '../../ui/fields';
import { TickBox } from '../../ui/TickBox';
import { CategoryCascade } from './CategoryCascade';
import { addressOf, conditionsOf, wholeNumber } from './conditions';

const NUMBER_PAIRS = [
  { title: 'price', fields: ['minPriceKrw', 'maxPriceKrw'], labels: ['priceMin', 'priceMax'] },
  {
    title: 'quantity',
    fields: ['minQuantity', 'maxQuantity'],
    labels: ['quantityMin', 'quantityMax'],
  },
] as const;

/** A number as it is typed: nothing, or digits with or without commas. */
const typedNumber = z
  .string()
  .refine((text) => text.trim() === '' || wholeNumber(text) !== null, 'number');

const fieldsSchema = z.object({
  keyword: z.string(),
  categoryCode: z.string(),
  supplierId: z.string(),
  supplierNick: z.string(),
  minPriceKrw: typedNumber,
  maxPriceKrw: typedNumber,
  minQuantity: typedNumber,
  maxQuantity: typedNumber,
  payer: z.string(),
  origin: z.string(),
  isFastDelivery: z.boolean(),
  isGoodSupplier: z.boolean(),
  isLowestPrice: z.boolean(),
  isLicensed: z.boolean(),
});
type Form = z.infer<typeof fieldsSchema>;

/** The wholesaler ignores a highest below its lowest (domeggook-openapi.md 2.1, 2026-09), so that it is refused here. */
const formSchema = fieldsSchema.superRefine((form, context) => {
  for (const { fields } of NUMBER_PAIRS) {
    const [least, most] = fields.map((name) => wholeNumber(form[name]));
    if (typeof least === 'number' && typeof most === 'number' && most < least) {
      context.addIssue({ code: 'custom', path: [fields[1]], message: 'order' });
    }
  }
});

const ANY = 'any';

export interface FilterPanelProps {
  readonly conditions: SourcingConditions;
  /** Called when the seller asks for the search, never while typing: each search costs a call. */
  readonly onSearch: (conditions: SourcingConditions) => void;
}

/** The conditions of a search as a form. */
export function FilterPanel({ conditions, onSearch }: FilterPanelProps) {
  const { t } = useTranslation();
  const { control, handleSubmit, reset, setError, formState } = useForm<Form>({
    resolver: zodResolver(formSchema),
    defaultValues: formOf(conditions),
  });
  useEffect(() => reset(formOf(conditions)), [conditions, reset]);
  const [isOpen, setOpen] = useState(false);
  const neededId = useId();
  const moreId = useId();
  const search = handleSubmit((form) => {
    const wanted = conditionsOfForm(form, conditions);
    if (isSearchable(wanted)) onSearch(wanted);
    else setError('keyword', { type: 'needed' }, { shouldFocus: true });
  });
  const isNeeded = formState.errors.keyword?.type === 'needed';
  const text = (
    name: 'keyword' | 'supplierId' | 'supplierNick',
    label: string,
    more: Partial<TextBoxProps> = {},
  ) => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <TextBox
          label={label}
          value={field.value}
          onChange={field.onChange}
          maxLength={100}
          {...more}
        />
      )}
    />
  );
  return (
    <form
      aria-label={t('sourcing.filters')}
      onSubmit={(event) => void search(event)}
      className="flex w-64 shrink-0 flex-col gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-4 shadow-card max-lg:w-full"
    >
      <div>
        {text('keyword', t('sourcing.keyword'), {
          placeholder: t('sourcing.keywordPlaceholder'),
          isInvalid: isNeeded,
          ...(isNeeded ? { 'aria-describedby': neededId } : {}),
        })}
        {isNeeded ? (
          <p id={neededId} role="alert" className="mt-1 text-bad text-xs">
            {t('sourcing.conditionNeeded')}
          </p>
        ) : null}
      </div>
      <Controller
        control={control}
        name="categoryCode"
        render={({ field }) => <CategoryCascade value={field.value} onChange={field.onChange} />}
      />
      <div className="lg:hidden">
        <Button
          tone="ghost"
          aria-expanded={isOpen}
          aria-controls={moreId}
          onPress={() => setOpen(!isOpen)}
        >
          {t('sourcing.moreFilters')}
          <ChevronDown
            aria-hidden="true"
            size={16}
            className={`transition-transform ${isOpen ? 'rotate-180' : ''}`}
          />
        </Button>
      </div>
      <div id={moreId} className={`flex flex-col gap-4 ${isOpen ? '' : 'max-lg:hidden'}`}>
        {NUMBER_PAIRS.map(({ title, fields, labels }) => (
          <NumberPair
            key={title}
            title={t(`sourcing.${title}`)}
            control={control}
            fields={fields}
            labels={[t(`sourcing.${labels[0]}`), t(`sourcing.${labels[1]}`)]}
            problem={problemOf(fields.map((name) => formState.errors[name]?.message))}
          />
        ))}
        <Controller
          control={control}
          name="payer"
          render={({ field }) => (
            <SelectBox
              label={t('sourcing.payer')}
              value={field.value}
              choices={[
                { value: ANY, text: t('sourcing.any') },
                ...(['free', 'prepaid', 'collect', 'buyer-choice'] as const).map((value) => ({
                  value,
                  text: t(`sourcing.payers.${value}`),
                })),
              ]}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="origin"
          render={({ field }) => (
            <SelectBox
              label={t('sourcing.origin')}
              value={field.value}
              choices={[
                { value: ANY, text: t('sourcing.any') },
                ...(['domestic', 'foreign'] as const).map((value) => ({
                  value,
                  text: t(`sourcing.origins.${value}`),
                })),
              ]}
              onChange={field.onChange}
            />
          )}
        />
        <div className="flex flex-col gap-2">
          {(
            [
              ['isFastDelivery', 'fast'],
              ['isGoodSupplier', 'good'],
              ['isLowestPrice', 'lowest'],
              ['isLicensed', 'licensed'],
            ] as const
          ).map(([name, words]) => (
            <Controller
              key={name}
              control={control}
              name={name}
              render={({ field }) => (
                <div>
                  <TickBox
                    label={t(`sourcing.${words}`)}
                    isTicked={field.value}
                    onChange={field.onChange}
                  />
                  {words === 'licensed' ? (
                    <p className="mt-0.5 pl-7.5 text-quiet text-xs">{t('sourcing.licensedHint')}</p>
                  ) : null}
                </div>
              )}
            />
          ))}
        </div>
        {text('supplierId', t('sourcing.supplier'))}
        {text('supplierNick', t('sourcing.supplierNick'))}
      </div>
      <div className="-mx-4 -mb-4 sticky -bottom-4 mt-auto flex gap-2 border-line border-t bg-surface px-4 py-3">
        <Button type="submit" tone="primary" isDisabled={formState.isSubmitting}>
          <Search aria-hidden="true" size={16} />
          {t('sourcing.search')}
        </Button>
        <Button tone="ghost" onPress={() => onSearch({})}>
          {t('sourcing.reset')}
        </Button>
      </div>
    </form>
  );
}

type Problem = 'number' | 'order' | null;

function problemOf(messages: readonly (string | undefined)[]): Problem {
  if (messages.includes('number')) return 'number';
  return messages.includes('order') ? 'order' : null;
}

interface NumberPairProps {
  readonly title: string;
  readonly control: Control<Form>;
  readonly fields: (typeof NUMBER_PAIRS)[number]['fields'];
  readonly labels: readonly [string, string];
  readonly problem: Problem;
}

/** A lowest and a highest beside each other, with what is wrong with them below both. */
function NumberPair({ title, control, fields, labels, problem }: NumberPairProps) {
  const { t } = useTranslation();
  const problemId = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-quiet text-sm">{title}</legend>
      <div className="grid grid-cols-2 gap-2">
        {fields.map((name, at) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field, fieldState }) => (
              <TextBox
                label={labels[at] ?? title}
                isLabelHidden
                value={field.value}
                onChange={field.onChange}
                placeholder={t(at === 0 ? 'sourcing.atLeast' : 'sourcing.atMost')}
                isInvalid={fieldState.invalid}
                {...(fieldState.invalid ? { 'aria-describedby': problemId } : {})}
              />
            )}
          />
        ))}
      </div>
      {problem === null ? null : (
        <p id={problemId} role="alert" className="mt-1 text-bad text-xs">
          {t(problem === 'number' ? 'sourcing.numberBad' : 'sourcing.orderBad')}
        </p>
      )}
    </fieldset>
  );
}

function formOf(conditions: SourcingConditions): Form {
  const typed = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    keyword: conditions.keyword ?? '',
    categoryCode: conditions.categoryCode ?? '',
    supplierId: conditions.supplierId ?? '',
    supplierNick: conditions.supplierNick ?? '',
    minPriceKrw: typed(conditions.minPriceKrw),
    maxPriceKrw: typed(conditions.maxPriceKrw),
    minQuantity: typed(conditions.minQuantity),
    maxQuantity: typed(conditions.maxQuantity),
    payer: conditions.payer ?? ANY,
    origin: conditions.origin ?? ANY,
    isFastDelivery: conditions.isFastDelivery ?? false,
    isGoodSupplier: conditions.isGoodSupplier ?? false,
    isLowestPrice: conditions.isLowestPrice ?? false,
    isLicensed: conditions.isLicensed ?? false,
  };
}

/** The order of the hits is chosen elsewhere and stays. */
function conditionsOfForm(form: Form, { sort }: SourcingConditions): SourcingConditions {
  const address = new URLSearchParams(
    Object.entries(form).map(([name, value]) => [name, String(value)]),
  );
  return conditionsOf(
    new URLSearchParams({
      ...addressOf(conditionsOf(address)),
      ...(sort === undefined ? {} : { sort }),
    }),
  );
}
