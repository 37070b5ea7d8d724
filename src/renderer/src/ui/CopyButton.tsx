import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

/** Puts `text` into the clipboard and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  const Icon = isCopied ? Check : Copy;
  return (
    <Button
      size="small"
      onPress={() => {
        void navigator.clipboard.writeText(text).then(
          () => setCopied(text),
          // A browser may forbid it; the text beside can still be selected.
          () => setCopied(null),
        );
      }}
    >
      <Icon aria-hidden="true" size={14} />
      <span aria-live="polite">{isCopied ? t('common.copied') : t('common.copy')}</span>
    </Button>
  );
}
