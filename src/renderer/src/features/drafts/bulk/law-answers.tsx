import { KC_EXEMPTIONS, type KcExemption } from '@shared/domain/draft';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useSettings } from '../../../ipc/settings-queries';
import { useClient } from '../../../ipc/use-client';
import { SelectBox, TextBox } from '../../../ui/fields';
import { TickBox } from '../../../ui/TickBox';
import { OriginPick } from '../picks';
import type { AnswerProps } from './AnswerForm';
import { HINT, setAnswer } from './answer-kinds';

const TAX_TYPES = ['TAX', 'DUTYFREE', 'SMALL'] as const;

/** Sets the origin, with the importer where one is typed. */
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

/** Fills one field of the notices, by default only where it is empty. */
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

/**
 * States that the goods are not subject to certification; complete only once the seller ticks the
 * statement.
 */
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

/** Sets the contact for questions; complete with both a number and a text. */
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

/** Sets the tax of the goods. */
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
