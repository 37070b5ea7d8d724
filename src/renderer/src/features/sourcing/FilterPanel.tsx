import { zodResolver } from '@hookform/resolvers/zod';
import type { SourcingConditions } from '@shared/domain/sourcing';
import { Search } from 'lucide-react';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../ui/Button';
import { SelectBox, TextBox } from '../../ui/fields';
import { TickBox } from '../../ui/TickBox';
import { CategoryCascade } from './CategoryCascade';
import { addressOf, conditionsOf, wholeNumber } from './conditions';

/** A number as it is typed: nothing, or digits with or without commas. */
const typedNumber = z
  .string()
  .refine((text) => text.trim() === '' || wholeNumber(text) !== null, 'number');

const formSchema = z.object({
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
});
type Form = z.infer<typeof formSchema>;

const ANY = 'any';
const NUMBER_PAIRS = [
  { title: 'price', fields: ['minPriceKrw', 'maxPriceKrw'], labels: ['priceMin', 'priceMax'] },
  {
    title: 'quantity',
    fields: ['minQuantity', 'maxQuantity'],
    labels: ['quantityMin', 'quantityMax'],
  },
] as const;

export interface FilterPanelProps {
  readonly conditions: SourcingConditions;
  /** Called when the seller asks for the search, never while typing: each search costs a call. */
  readonly onSearch: (conditions: SourcingConditions) => void;
}

/** The conditions of a search as a form. */
export function FilterPanel({ conditions, onSearch }: FilterPanelProps) {
  const { t } = useTranslation();
  const { control, handleSubmit, reset, formState } = useForm<Form>({
    resolver: zodResolver(formSchema),
    defaultValues: formOf(conditions),
  });
  useEffect(() => reset(formOf(conditions)), [conditions, reset]);
  const search = handleSubmit((form) => onSearch(conditionsOfForm(form, conditions)));
  const text = (name: 'keyword' | 'supplierId' | 'supplierNick', label: string) => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <TextBox label={label} value={field.value} onChange={field.onChange} maxLength={100} />
      )}
    />
  );
  return (
    <form
      aria-label={t('sourcing.filters')}
      onSubmit={(event) => void search(event)}
      className="flex w-64 shrink-0 flex-col gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-4 shadow-card max-lg:w-full"
    >
      {text('keyword', t('sourcing.keyword'))}
      <Controller
        control={control}
        name="categoryCode"
        render={({ field }) => <CategoryCascade value={field.value} onChange={field.onChange} />}
      />
      {NUMBER_PAIRS.map(({ title, fields, labels }) => (
        <fieldset key={title}>
          <legend className="mb-1 font-medium text-quiet text-sm">{t(`sourcing.${title}`)}</legend>
          <div className="grid grid-cols-2 gap-2">
            {fields.map((name, at) => (
              <Controller
                key={name}
                control={control}
                name={name}
                render={({ field, fieldState }) => (
                  <TextBox
                    label={t(`sourcing.${labels[at] ?? labels[0]}`)}
                    isLabelHidden
                    value={field.value}
                    onChange={field.onChange}
                    placeholder={t(at === 0 ? 'sourcing.atLeast' : 'sourcing.atMost')}
                    {...(fieldState.invalid ? { hint: t('sourcing.numberBad') } : {})}
                  />
                )}
              />
            ))}
          </div>
        </fieldset>
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
          ] as const
        ).map(([name, words]) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <TickBox
                label={t(`sourcing.${words}`)}
                isTicked={field.value}
                onChange={field.onChange}
              />
            )}
          />
        ))}
      </div>
      {text('supplierId', t('sourcing.supplier'))}
      {text('supplierNick', t('sourcing.supplierNick'))}
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
