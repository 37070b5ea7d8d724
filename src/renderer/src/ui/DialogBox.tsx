import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';

export interface DialogBoxProps {
  readonly title: string;
  /** `wide` for lists of products; default `narrow`. */
  readonly width?: 'narrow' | 'wide';
  readonly isOpen?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window above the page; Escape and a press beside it close it. */
export function DialogBox({
  title,
  width = 'narrow',
  isOpen = true,
  onClose,
  children,
}: DialogBoxProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      className="fixed inset-0 z-50 flex items-center justify-center bg-black/40 p-6"
    >
      <Modal
        className={`flex max-h-full w-full flex-col rounded-xl border border-line bg-raised shadow-float ${width === 'wide' ? 'max-w-2xl' : 'max-w-lg'}`}
      >
        <Dialog className="flex min-h-0 flex-col gap-4 p-5 outline-none">
          <div className="flex items-center justify-between gap-3">
            <Heading slot="title" className="font-semibold text-lg">
              {title}
            </Heading>
            <IconButton
              label={t('common.close')}
              onPress={onClose}
              className="cursor-pointer rounded-md p-1.5 text-quiet hover:bg-sunken hover:text-text"
              Icon={X}
              iconPx={18}
            />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
