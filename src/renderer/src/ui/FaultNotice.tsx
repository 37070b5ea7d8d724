import { toAppError } from '@shared/errors/app-error';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { CodeNotice } from './CodeNotice';

export interface FaultNoticeProps {
  readonly fault: unknown;
  readonly onRetry?: () => void;
}

/** A fault as the person reads it, with a way to try again where there is one. */
export function FaultNotice({ fault, onRetry }: FaultNoticeProps) {
  const { t } = useTranslation();
  const { code, params } = toAppError(fault);
  return (
    <CodeNotice
      role="alert"
      code={code}
      params={params}
      {...(onRetry === undefined
        ? {}
        : {
            actions: (
              <Button size="small" onPress={onRetry}>
                {t('common.retry')}
              </Button>
            ),
          })}
    />
  );
}
