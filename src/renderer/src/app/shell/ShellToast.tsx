import { type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';

export interface ShellToastProps {
  readonly Icon: LucideIcon;
  /** Colours of the sign. */
  readonly colours: string;
  readonly text: string;
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
}

/** One message of the program itself, beside the notifications. */
export function ShellToast({ Icon, colours, text, detail, actions, onClose }: ShellToastProps) {
  const { t } = useTranslation();
  return (
    <div className="pointer-events-auto flex items-start gap-3 rounded-xl border border-line bg-raised p-3.5 shadow-float">
      <span className={`flex size-8 shrink-0 items-center justify-center rounded-full ${colours}`}>
        <Icon aria-hidden="true" size={16} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="font-medium text-sm">{text}</p>
        {detail === undefined ? null : <div className="text-quiet text-sm">{detail}</div>}
        {actions === undefined ? null : <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
      {onClose === undefined ? null : (
        <IconButton
          label={t('common.close')}
          onPress={onClose}
          className="-m-1 cursor-pointer rounded-md p-1 text-quiet hover:bg-sunken hover:text-text"
          Icon={X}
        />
      )}
    </div>
  );
}
