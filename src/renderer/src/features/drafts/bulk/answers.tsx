import { type DraftField, KC_EXEMPTIONS, type KcExemption } from '@shared/domain/draft';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useSettings } from '../../../ipc/settings-queries';
import { useClient } from '../../../ipc/use-client';
import { NumberBox, SelectBox, TextBox } from '../../../ui/fields';
import { TickBox } from '../../../ui/TickBox';
import { CategoryPick, OriginPick } from '../picks';
import type { AnswerProps } from './AnswerForm';
import { commaList, fieldFor, setAnswer, WHOLE_FIELDS } from './answer-kinds';

const HINT = 'text-quiet text-sm';
const FEE_TYPES = ['FREE', 'PAID'] as const;
const TAX_TYPES = ['TAX', 'DUTYFREE', 'SMALL'] as const;
const ROUNDINGS = [10, 100, 1000] as const;

export function RepairAnswer({ reasonCode, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  useEffect(() => {
    onAnswer(reasonCode === null ? null : { kind: 'repair', code: reasonCode });
  }, [reasonCode, onAnswer]);
  return <p className={HINT}>{t('review.bulk.repairHint')}</p>;
}

export function CategoryAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [path, setPath] = useState<string | null>(null);
  return (
    <>
      <CategoryPick
        onPick={(id, picked) => {
          setPath(picked);
          onAnswer(
            setAnswer({
              category: { id, path: picked, confidence: 1, decidedBy: 'seller', candidates: [] },
            }),
          );
        }}
      />
      {path === null ? null : (
        <p className="font-medium text-sm">
          {t('review.bulk.chosen', { name: path.replaceAll('>', ' › ') })}
        </p>
      )}
      <p className={HINT}>{t('editor.categoryHint')}</p>
    </>
  );
}

export function PriceAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const settings = useSettings();
  const [typed, setTyped] = useState<{
    readonly marginPercent?: number;
    readonly minProfitKrw?: number;
    readonly roundToKrw?: 10 | 100 | 1000;
  }>({});
  const pricing = settings.data?.pricing;
  if (pricing === undefined) return null;
  const rule = {
    marginPercent: pricing.marginPercent,
    minProfitKrw: pricing.minProfitKrw,
    roundToKrw: pricing.roundToKrw,
    ...typed,
  };
  const put = (part: typeof typed): void => {
    setTyped({ ...typed, ...part });
    onAnswer({ kind: 'price', rule: { ...rule, ...part } });
  };
  return (
    <>
      <NumberBox
        label={t('review.bulk.marginPercent')}
        value={rule.marginPercent}
        min={0}
        max={90}
        onChange={(marginPercent) => put({ marginPercent })}
      />
      <NumberBox
        label={t('review.bulk.minProfit')}
        value={rule.minProfitKrw}
        min={0}
        onChange={(minProfitKrw) => put({ minProfitKrw })}
      />
      <SelectBox
        label={t('review.bulk.roundTo')}
        value={String(rule.roundToKrw)}
        choices={ROUNDINGS.map((value) => ({ value: String(value), text: String(value) }))}
        onChange={(chosen) => {
          const roundToKrw = ROUNDINGS.find((value) => String(value) === chosen);
          if (roundToKrw !== undefined) put({ roundToKrw });
        }}
      />
    </>
  );
}

export function OriginAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [origin, setOrigin] = useState<{ readonly code: string; readonly name: string } | null>(
    null,
  );
  const [importer, setImporter] = useState('');
  const tell = (code: string, text: string): void => {
    const named = text.trim() === '' ? null : text.trim();
    onAnswer(setAnswer({ origin: { code, importer: named, content: null } }));
  };
  return (
    <>
      <OriginPick
        onPick={(code, name) => {
          setOrigin({ code, name });
          tell(code, importer);
        }}
      />
      {origin === null ? null : (
        <p className="font-medium text-sm">{t('review.bulk.chosen', { name: origin.name })}</p>
      )}
      <TextBox
        label={t('review.bulk.importer')}
        value={importer}
        maxLength={100}
        onChange={(text) => {
          setImporter(text);
          if (origin !== null) tell(origin.code, text);
        }}
      />
    </>
  );
}

export function NoticeAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const client = useClient();
  const types = useQuery({
    queryKey: queryKeys.marketplace.noticeTypes,
    queryFn: () => client.request('marketplace.listNoticeTypes', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [field, setField] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const [onlyEmpty, setOnlyEmpty] = useState(true);
  const labels = new Map(
    (types.data?.types ?? []).flatMap((type) =>
      type.fields
        .filter(({ requirement, format }) => requirement !== 'deprecated' && format === 'text')
        .map(({ name, label }) => [name, label] as const),
    ),
  );
  const tell = (name: string | null, text: string, isOnlyEmpty: boolean): void => {
    onAnswer(
      name === null || text.trim() === ''
        ? null
        : { kind: 'notice', type: null, fields: { [name]: text.trim() }, onlyEmpty: isOnlyEmpty },
    );
  };
  return (
    <>
      <SelectBox
        label={t('review.bulk.noticeField')}
        value={field}
        choices={[...labels].map(([name, label]) => ({ value: name, text: label }))}
        onChange={(name) => {
          setField(name);
          tell(name, value, onlyEmpty);
        }}
      />
      <TextBox
        label={t('review.bulk.noticeValue')}
        value={value}
        maxLength={200}
        onChange={(text) => {
          setValue(text);
          tell(field, text, onlyEmpty);
        }}
      />
      <TickBox
        label={t('review.bulk.onlyEmpty')}
        isTicked={onlyEmpty}
        onChange={(isTicked) => {
          setOnlyEmpty(isTicked);
          tell(field, value, isTicked);
        }}
      />
    </>
  );
}

const EXEMPTION_CHOICES = ['NONE', ...KC_EXEMPTIONS] as const;

export function CertificationAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [isStated, setIsStated] = useState(false);
  const [exemption, setExemption] = useState<'NONE' | KcExemption>('NONE');
  const tell = (stated: boolean, reason: 'NONE' | KcExemption): void => {
    onAnswer(
      stated
        ? setAnswer({
            certification: {
              kind: 'stated-exempt',
              kinds: ['KC', 'CHILD', 'GREEN'],
              statedAtMs: Date.now(),
              ...(reason === 'NONE' ? {} : { kcExemption: reason }),
            },
          })
        : null,
    );
  };
  return (
    <>
      <TickBox
        label={t('review.bulk.exempt')}
        isTicked={isStated}
        onChange={(isTicked) => {
          setIsStated(isTicked);
          tell(isTicked, exemption);
        }}
      />
      <SelectBox
        label={t('review.bulk.kcExemption')}
        value={exemption}
        choices={EXEMPTION_CHOICES.map((value) => ({
          value,
          text: t(`review.kcExemptions.${value}`),
        }))}
        onChange={(chosen) => {
          setExemption(chosen);
          tell(isStated, chosen);
        }}
      />
      <p className={HINT}>{t('editor.certificationAsk')}</p>
    </>
  );
}

export function DeliveryAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [change, setChange] = useState<{
    readonly feeType?: 'FREE' | 'PAID';
    readonly baseFeeKrw?: number;
    readonly returnFeeKrw?: number;
    readonly exchangeFeeKrw?: number;
  }>({});
  const put = (part: typeof change): void => {
    const next = { ...change, ...part, ...(part.feeType === 'FREE' ? { baseFeeKrw: 0 } : {}) };
    setChange(next);
    onAnswer({ kind: 'delivery', change: next });
  };
  return (
    <>
      <SelectBox
        label={t('editor.feeType')}
        value={change.feeType ?? null}
        placeholder={t('review.bulk.same')}
        choices={FEE_TYPES.map((value) => ({ value, text: t(`editor.feeTypes.${value}`) }))}
        onChange={(feeType) => put({ feeType })}
      />
      {(['baseFeeKrw', 'returnFeeKrw', 'exchangeFeeKrw'] as const).map((field) => (
        <NumberBox
          key={field}
          label={t(`editor.${FEE_WORDS[field]}`)}
          value={change[field] ?? Number.NaN}
          min={0}
          onChange={(amountKrw) => put({ [field]: amountKrw })}
        />
      ))}
    </>
  );
}

const FEE_WORDS = {
  baseFeeKrw: 'baseFee',
  returnFeeKrw: 'returnFee',
  exchangeFeeKrw: 'exchangeFee',
} as const;

export function WordAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const [by, setBy] = useState('');
  const tell = (find: string, replacement: string): void =>
    onAnswer(
      find.trim() === ''
        ? null
        : { kind: 'replace-word', word: find.trim(), by: replacement.trim() },
    );
  return (
    <>
      <TextBox
        label={t('review.bulk.word')}
        value={word}
        maxLength={60}
        onChange={(text) => {
          setWord(text);
          tell(text, by);
        }}
      />
      <TextBox
        label={t('review.bulk.wordBy')}
        value={by}
        maxLength={60}
        onChange={(text) => {
          setBy(text);
          tell(word, text);
        }}
      />
    </>
  );
}

export function TagsAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  const tell = (adding: string, removing: string): void => {
    const answer = { kind: 'tags', add: commaList(adding), remove: commaList(removing) } as const;
    onAnswer(answer.add.length + answer.remove.length === 0 ? null : answer);
  };
  return (
    <>
      <TextBox
        label={t('review.bulk.tagsAdd')}
        value={add}
        onChange={(text) => {
          setAdd(text);
          tell(text, remove);
        }}
      />
      <TextBox
        label={t('review.bulk.tagsRemove')}
        value={remove}
        onChange={(text) => {
          setRemove(text);
          tell(add, text);
        }}
      />
    </>
  );
}

export function BrandAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [change, setChange] = useState<{
    readonly brand?: string | null;
    readonly manufacturer?: string | null;
  }>({});
  const put = (part: typeof change): void => {
    const next = { ...change, ...part };
    setChange(next);
    onAnswer(setAnswer(next));
  };
  return (
    <>
      {(['brand', 'manufacturer'] as const).map((field) => (
        <TextBox
          key={field}
          label={t(`editor.fields.${field}`)}
          value={change[field] ?? ''}
          maxLength={100}
          onChange={(text) => put({ [field]: text.trim() === '' ? null : text })}
        />
      ))}
    </>
  );
}

export function ServiceAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const settings = useSettings();
  const [phone, setPhone] = useState('');
  const [guide, setGuide] = useState<string | null>(null);
  const text = guide ?? settings.data?.store.afterServiceGuide ?? '';
  const tell = (number: string, words: string): void =>
    onAnswer(
      number.trim() === '' || words.trim() === ''
        ? null
        : setAnswer({ afterService: { phone: number.trim(), guide: words } }),
    );
  return (
    <>
      <TextBox
        label={t('editor.servicePhone')}
        value={phone}
        maxLength={30}
        onChange={(number) => {
          setPhone(number);
          tell(number, text);
        }}
      />
      <TextBox
        label={t('editor.serviceGuide')}
        value={text}
        maxLength={200}
        onChange={(words) => {
          setGuide(words);
          tell(phone, words);
        }}
      />
    </>
  );
}

export function TaxAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [taxType, setTaxType] = useState<(typeof TAX_TYPES)[number] | null>(null);
  return (
    <SelectBox
      label={t('editor.fields.taxType')}
      value={taxType}
      choices={TAX_TYPES.map((value) => ({ value, text: t(`review.taxTypes.${value}`) }))}
      onChange={(chosen) => {
        setTaxType(chosen);
        onAnswer(setAnswer({ taxType: chosen }));
      }}
    />
  );
}

export function ConfirmAnswer({ reasonCode, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [field, setField] = useState<DraftField>(fieldFor(reasonCode));
  useEffect(() => onAnswer({ kind: 'confirm', field }), [field, onAnswer]);
  return (
    <SelectBox
      label={t('review.bulk.confirmField')}
      value={field}
      choices={WHOLE_FIELDS.map((value) => ({ value, text: t(`editor.fields.${value}`) }))}
      onChange={setField}
    />
  );
}

export function OverrideAnswer({ reasonCode, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <>
      <TextBox
        label={t('review.bulk.note')}
        value={note}
        maxLength={200}
        onChange={(text) => {
          setNote(text);
          onAnswer(
            reasonCode === null || text.trim() === ''
              ? null
              : { kind: 'override', code: reasonCode, note: text.trim() },
          );
        }}
      />
      <p className={HINT}>{t('review.bulk.overrideHint')}</p>
    </>
  );
}

export function GiveBackAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [field, setField] = useState<DraftField | null>(null);
  return (
    <SelectBox
      label={t('review.bulk.giveBackField')}
      value={field}
      choices={WHOLE_FIELDS.map((value) => ({ value, text: t(`editor.fields.${value}`) }))}
      onChange={(chosen) => {
        setField(chosen);
        onAnswer({ kind: 'give-back', fields: [chosen] });
      }}
    />
  );
}
