import { DETAIL_TEXT_MAX_CHARS } from '@shared/domain/settings';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_LOOKS } from '../../ui/fields';
import { Card } from '../../ui/Page';
import type { SettingsPartProps } from './SettingsPage';

/** Words that stand above and below the description of every product. */
export function DetailTemplateCard({ settings: { store }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.detailTemplate')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('settings.detailTemplateHint')}</p>
      <div className="grid gap-4 @xl:grid-cols-2">
        <SavedLines
          label={t('settings.detailHeader')}
          placeholder={t('settings.detailHeaderExample')}
          value={store.detailHeader}
          onSave={(detailHeader) => onChange({ store: { detailHeader } })}
        />
        <SavedLines
          label={t('settings.detailFooter')}
          placeholder={t('settings.detailFooterExample')}
          value={store.detailFooter}
          onSave={(detailFooter) => onChange({ store: { detailFooter } })}
        />
      </div>
    </Card>
  );
}

interface SavedLinesProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onSave: (text: string) => void;
}

function SavedLines({ label, placeholder, value, onSave }: SavedLinesProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium text-quiet text-sm">
        {label}
      </label>
      <textarea
        id={id}
        rows={4}
        maxLength={DETAIL_TEXT_MAX_CHARS}
        placeholder={placeholder}
        value={typed ?? value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed !== null && typed !== value) onSave(typed);
          setTyped(null);
        }}
        className={`${INPUT_LOOKS} resize-y py-2 leading-relaxed`}
      />
    </div>
  );
}
