import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSecretsStatus } from '../../../ipc/app-queries';
import { QueryView } from '../../../ui/QueryView';
import { MarketCard } from './MarketCard';
import { ModeCard } from './ModeCard';

/** Mode and keys of both marketplaces. */
export function KeysSection() {
  const { t } = useTranslation();
  const status = useSecretsStatus();
  return (
    <QueryView query={status}>
      {(current) => {
        const isSafe = current.protection === 'os-keystore';
        const Sign = isSafe ? ShieldCheck : TriangleAlert;
        return (
          <>
            <ModeCard status={current} />
            <MarketCard market="domeggook" status={current} />
            <MarketCard market="naver" status={current} />
            <p className="flex items-start gap-2 text-quiet text-sm">
              <Sign
                aria-hidden="true"
                size={17}
                className={`mt-0.5 shrink-0 ${isSafe ? 'text-good' : 'text-warn'}`}
              />
              {t(`keys.protection.${current.protection}`)}
            </p>
          </>
        );
      }}
    </QueryView>
  );
}
