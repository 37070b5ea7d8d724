import { useTranslation } from 'react-i18next';
import { useMetrics } from '../../../ipc/metrics-queries';
import { CopyButton } from '../../../ui/CopyButton';
import { NumberBox } from '../../../ui/fields';
import { Card } from '../../../ui/Page';
import { SwitchBox } from '../../../ui/SwitchBox';
import type { SettingsPartProps } from '../SettingsPage';

const PORT_MIN = 1024;
const PORT_MAX = 65_535;

/** Figures for Prometheus and Grafana, for programs on this computer only. */
export function MetricsCard({ settings: { metrics }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const figures = useMetrics(1);
  const endpoint = figures.data?.endpoint;
  return (
    <Card title={t('system.metrics')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('system.metricsHint')}</p>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <SwitchBox
          label={t('system.metricsOn')}
          isSelected={metrics.isOn}
          onChange={(isOn) => onChange({ metrics: { isOn } })}
        />
        <div className="w-36">
          <NumberBox
            label={t('system.port')}
            value={metrics.port}
            min={PORT_MIN}
            max={PORT_MAX}
            isGrouped={false}
            onChange={(port) => onChange({ metrics: { port } })}
          />
        </div>
      </div>
      {metrics.isOn && endpoint?.takenPort != null ? (
        <p role="alert" className="mt-3 text-bad text-sm">
          {t('system.metricsTaken', { port: String(endpoint.takenPort) })}
        </p>
      ) : null}
      {metrics.isOn ? (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-sm">
          <span className="select-all rounded bg-page px-2 py-1 font-mono">
            {`http://127.0.0.1:${metrics.port}/metrics`}
          </span>
          <CopyButton text={`http://127.0.0.1:${metrics.port}/metrics`} />
        </p>
      ) : null}
    </Card>
  );
}
