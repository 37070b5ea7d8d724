import {
  type CertificationNeed,
  type DraftCertification,
  KC_EXEMPTIONS,
} from '@shared/domain/draft';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';
import { Button } from '../../../ui/Button';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { SelectBox, TextBox } from '../../../ui/fields';
import { formatTime } from '../../../ui/format';
import { IconButton } from '../../../ui/IconButton';
import { useLanguage } from '../../../ui/use-language';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

const DECISIONS = ['stated-exempt', 'certified'] as const;

/** The seller's decision about certificates; the app never makes it. */
export function CertificationSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const certification = editing.content?.certification;
  const categoryId = editing.content?.category?.id;
  const [isEntering, setIsEntering] = useState(false);
  const saved = editing.draft.data?.content.certification;
  if (certification === undefined || saved === undefined) return null;
  const kinds = kindsOf(saved);
  if (certification.kind === 'not-asked') {
    return (
      <Section field="certification" editing={editing}>
        <p className="text-quiet">{t('editor.certificationNotAsked')}</p>
      </Section>
    );
  }
  const decision = isEntering ? 'certified' : certification.kind;
  return (
    <Section field="certification" editing={editing}>
      <p className="mb-1">{t('editor.certificationAsk')}</p>
      <p className="mb-4 text-quiet text-sm">
        {kinds.map((kind) => t(`editor.needs.${kind}`)).join(', ')}
      </p>
      <ChoiceGroup
        label={t('editor.certificationChoice')}
        isLabelHidden
        value={decision}
        choices={DECISIONS.map((value) => ({
          value,
          text: t(`editor.certificationKinds.${value}`),
        }))}
        onChange={(chosen) => {
          setIsEntering(chosen === 'certified');
          if (chosen === 'stated-exempt') {
            editing.edit({
              certification: { kind: 'stated-exempt', kinds, statedAtMs: Date.now() },
            });
          }
        }}
      />
      {certification.kind === 'stated-exempt' && !isEntering && kinds.includes('KC') ? (
        <div className="mt-4 max-w-64">
          <SelectBox
            label={t('editor.kcExemption')}
            value={certification.kcExemption ?? 'NONE'}
            choices={(['NONE', ...KC_EXEMPTIONS] as const).map((value) => ({
              value,
              text: t(`review.kcExemptions.${value}`),
            }))}
            onChange={(chosen) => {
              const { kcExemption: _before, ...stated } = certification;
              editing.edit({
                certification: chosen === 'NONE' ? stated : { ...stated, kcExemption: chosen },
              });
            }}
          />
        </div>
      ) : null}
      {certification.kind === 'stated-exempt' && !isEntering ? (
        <p className="mt-3 text-quiet text-sm">
          {t('editor.certificationStated', {
            time: formatTime(certification.statedAtMs, Date.now(), language),
          })}
        </p>
      ) : null}
      {certification.kind === 'certified' && !isEntering ? (
        <ul className="mt-3 text-sm">
          {certification.entries.map((entry) => (
            <li
              key={`${entry.certificationInfoId} ${entry.number}`}
              className="flex items-center gap-2"
            >
              <span>
                {entry.name} · <span className="font-medium">{entry.number}</span>
                {entry.companyName === null ? null : ` · ${entry.companyName}`}
              </span>
              <IconButton
                size="small"
                tone="ghost"
                label={t('editor.certificationRemove', { name: entry.name })}
                onPress={() => {
                  const entries = certification.entries.filter((each) => each !== entry);
                  editing.edit({
                    certification:
                      entries.length > 0
                        ? { ...certification, entries }
                        : { kind: 'undecided', kinds },
                  });
                }}
                Icon={X}
                iconPx={14}
              />
            </li>
          ))}
          <li className="mt-2">
            <Button size="small" onPress={() => setIsEntering(true)}>
              {t('editor.certificationAdd')}
            </Button>
          </li>
        </ul>
      ) : null}
      {isEntering && categoryId !== undefined ? (
        <CertificateForm
          categoryId={categoryId}
          onEnter={(entry) => {
            setIsEntering(false);
            const before = certification.kind === 'certified' ? certification : null;
            editing.edit({
              certification: {
                ...before,
                kind: 'certified',
                entries: [...(before?.entries ?? []), entry],
              },
            });
          }}
        />
      ) : null}
    </Section>
  );
}

function kindsOf(certification: DraftCertification): readonly CertificationNeed[] {
  switch (certification.kind) {
    case 'not-asked':
      return [];
    case 'certified':
      return certification.exemptKinds ?? [];
    default:
      return certification.kinds;
  }
}

interface CertificateFormProps {
  readonly categoryId: string;
  readonly onEnter: (
    entry: Extract<DraftCertification, { kind: 'certified' }>['entries'][number],
  ) => void;
}

function CertificateForm({ categoryId, onEnter }: CertificateFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const category = useQuery({
    queryKey: queryKeys.marketplace.category(categoryId),
    queryFn: () => client.request('marketplace.getCategory', { id: categoryId }),
  });
  const [id, setId] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const [company, setCompany] = useState('');
  const types = category.data?.certifications ?? [];
  const type = types.find((each) => String(each.id) === id);
  const isComplete =
    type !== undefined &&
    (type.isNumberOptional || number.trim() !== '') &&
    (!type.isCompanyNameRequired || company.trim() !== '');
  return (
    <div className="mt-4 grid gap-4 sm:grid-cols-3">
      <SelectBox
        label={t('editor.certificationType')}
        value={id}
        choices={types.map((each) => ({ value: String(each.id), text: each.name }))}
        onChange={setId}
      />
      <TextBox label={t('editor.certificationNumber')} value={number} onChange={setNumber} />
      <TextBox label={t('editor.certificationCompany')} value={company} onChange={setCompany} />
      <div>
        <Button
          isDisabled={!isComplete}
          onPress={() => {
            if (type === undefined) return;
            onEnter({
              certificationInfoId: type.id,
              kindType: type.kindTypes[0] ?? '',
              name: type.name,
              number: number.trim(),
              companyName: company.trim() === '' ? null : company.trim(),
            });
          }}
        >
          {t('editor.certificationUse')}
        </Button>
      </div>
    </div>
  );
}
