import type { ScreeningSettings } from '@shared/domain/settings';
import { WORD_PACKS } from '@shared/words/packs';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { NumberBox, SelectBox, TextBox } from '../../ui/fields';
import { formatCount } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { LinesBox } from './LinesBox';
import type { SettingsPartProps } from './SettingsPage';

const SEVERITIES = ['off', 'warn', 'ask', 'block'] as const;
const OWN_SEVERITIES = ['warn', 'ask', 'block'] as const;

/** Forbidden words by pack and by hand, banned items and suppliers, and how many products the store may hold. */
export function WordPacksCard({ settings: { screening }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const put = (part: Partial<ScreeningSettings>): void => onChange({ screening: part });
  return (
    <Card title={t('review.words.title')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('review.words.hint')}</p>
      <ul className="divide-y divide-line">
        {WORD_PACKS.map((pack) => (
          <PackRow key={pack.id} pack={pack} screening={screening} put={put} />
        ))}
      </ul>
      <OwnWords screening={screening} put={put} />
      <div className="mt-6 grid gap-5 border-line border-t pt-5 @xl:grid-cols-2">
        <LinesBox
          label={t('review.words.banned')}
          hint={t('review.words.bannedHint')}
          lines={screening.bannedItemNos}
          isLine={(line) => /^\d{1,10}$/.test(line)}
          onSave={(bannedItemNos) => put({ bannedItemNos: [...bannedItemNos] })}
        />
        <LinesBox
          label={t('review.words.bannedSuppliers')}
          hint={t('review.words.bannedHint')}
          lines={screening.bannedSuppliers}
          isLine={(line) => line.length <= 60}
          onSave={(bannedSuppliers) => put({ bannedSuppliers: [...bannedSuppliers] })}
        />
        <div>
          <NumberBox
            label={t('review.words.cap')}
            value={screening.productCap ?? 0}
            min={0}
            max={1_000_000}
            onChange={(cap) => put({ productCap: cap === 0 ? null : cap })}
          />
          <p className="mt-1 text-quiet text-xs">{t('review.words.capHint')}</p>
        </div>
      </div>
    </Card>
  );
}

interface PartProps {
  readonly screening: ScreeningSettings;
  readonly put: (part: Partial<ScreeningSettings>) => void;
}

function PackRow({
  pack,
  screening,
  put,
}: PartProps & { readonly pack: (typeof WORD_PACKS)[number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const severity = screening.packs[pack.id] ?? pack.severity;
  const isAllowed = (word: string): boolean => screening.allowedWords.includes(word);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{pack.title[language]}</p>
          <p className="text-quiet text-sm">{pack.basis[language]}</p>
        </div>
        <div className="w-36">
          <SelectBox
            label={pack.title[language]}
            isLabelHidden
            value={severity}
            choices={SEVERITIES.map((value) => ({
              value,
              text: t(`review.words.severities.${value}`),
            }))}
            onChange={(chosen) => put({ packs: { ...screening.packs, [pack.id]: chosen } })}
          />
        </div>
      </div>
      <Disclosure className="mt-1">
        <Heading level={3}>
          <AriaButton
            slot="trigger"
            className="cursor-pointer rounded font-medium text-accent-text text-sm hover:underline"
          >
            {t('review.words.show')} ·{' '}
            {t('review.words.count', { value: formatCount(pack.words.length, language) })}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <ul className="mt-2 flex flex-wrap gap-1.5">
            {pack.words.map(({ word }) => (
              <li key={word}>
                <AriaButton
                  aria-label={t(isAllowed(word) ? 'review.words.forbid' : 'review.words.allow', {
                    word,
                  })}
                  onPress={() =>
                    put({
                      allowedWords: isAllowed(word)
                        ? screening.allowedWords.filter((each) => each !== word)
                        : [...screening.allowedWords, word],
                    })
                  }
                  className={`cursor-pointer rounded-full border border-line px-2.5 py-0.5 text-sm ${isAllowed(word) ? 'text-quiet line-through' : 'bg-raised'}`}
                >
                  {word}
                </AriaButton>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-quiet text-xs">{pack.source}</p>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function OwnWords({ screening, put }: PartProps) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const [severity, setSeverity] = useState<(typeof OWN_SEVERITIES)[number]>('ask');
  const { ownWords } = screening;
  const add = (): void => {
    const typed = word.trim();
    if (typed === '') return;
    const others = ownWords.filter((each) => each.word !== typed);
    put({ ownWords: [...others, { word: typed, severity, note: '' }] });
    setWord('');
  };
  return (
    <section aria-label={t('review.words.own')} className="mt-5 border-line border-t pt-5">
      <h3 className="mb-3 font-medium">{t('review.words.own')}</h3>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="min-w-40 flex-1">
          <TextBox
            label={t('review.words.ownWord')}
            value={word}
            maxLength={60}
            onChange={setWord}
          />
        </div>
        <div className="w-36">
          <SelectBox
            label={t('common.state')}
            value={severity}
            choices={OWN_SEVERITIES.map((value) => ({
              value,
              text: t(`review.words.severities.${value}`),
            }))}
            onChange={setSeverity}
          />
        </div>
        <Button type="submit" isDisabled={word.trim() === ''}>
          {t('review.words.add')}
        </Button>
      </form>
      {ownWords.length === 0 ? null : (
        <ul className="mt-3 flex flex-wrap gap-1.5">
          {ownWords.map((own) => (
            <li
              key={own.word}
              className="flex items-center gap-1 rounded-full border border-line bg-raised pl-3 text-sm"
            >
              {own.word}
              <span className="text-quiet text-xs">
                {t(`review.words.severities.${own.severity}`)}
              </span>
              <IconButton
                size="small"
                tone="ghost"
                label={t('review.words.remove', { word: own.word })}
                onPress={() => put({ ownWords: ownWords.filter((each) => each.word !== own.word) })}
                Icon={X}
                iconPx={13}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
