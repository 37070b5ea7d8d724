import { toAppError } from '@shared/errors/app-error';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { CodeNotice } from './CodeNotice';

export interface FaultNoticeProps {
  readonly fault: unknown;
  readonly onRetry?: () => void;
  /** What else can be done about it here. */
  readonly actions?: ReactNode;
}

/** A fault as the person reads it, with a way to try again where there is one. */
export function FaultNotice({ fault, onRetry, actions }: FaultNoticeProps) {
  const { t } = useTranslation();
  const { code, params } = toAppError(fault);
  return (
    <CodeNotice
      role="alert"
      code={code}
      params={params}
      {...(onRetry === undefined && actions === undefined
        ? {}
        : {
            actions: (
              <>
                {onRetry === undefined ? null : (
                  <Button size="small" onPress={onRetry}>
                    {t('common.retry')}
                  </Button>
                )}
                {actions}
              </>
            ),
          })}
    />
  );
}
