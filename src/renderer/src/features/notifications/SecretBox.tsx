import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { INPUT_LOOKS } from '../../ui/fields';

export interface SecretBoxProps {
  readonly label: string;
  /** Says what is kept, without showing it; null when nothing is. */
  readonly savedText: string | null;
  readonly placeholder?: string;
  /** Empty removes what is kept. */
  readonly onSave: (secret: string) => void;
}

/** A secret goes in and never comes back out. */
export function SecretBox({ label, savedText, placeholder, onSave }: SecretBoxProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <div>
      <TextField value={text} onChange={setText} type="password" autoComplete="off">
        <Label className="mb-1 block font-medium text-quiet text-sm">{label}</Label>
        <div className="flex gap-2">
          <Input className={INPUT_LOOKS} {...(placeholder === undefined ? {} : { placeholder })} />
          <Button
            isDisabled={text === ''}
            onPress={() => {
              onSave(text);
              setText('');
            }}
          >
            {t('common.save')}
          </Button>
        </div>
      </TextField>
      {savedText === null ? null : (
        <p className="mt-1 flex items-center gap-2 text-quiet text-xs">
          {savedText}
          <Button size="small" tone="ghost" onPress={() => onSave('')}>
            {t('notifications.setup.remove')}
          </Button>
        </p>
      )}
    </div>
  );
}
