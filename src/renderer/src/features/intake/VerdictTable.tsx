import type { IntakeLine } from '@shared/domain/intake';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge';
import { formatCount } from '../../ui/format';
import { ReasonList } from '../../ui/ReasonList';
import { useLanguage } from '../../ui/use-language';

/** Rows drawn at once; the count of the rest is said. */
const SHOWN_ROWS = 200;

export interface VerdictTableProps {
  readonly lines: readonly IntakeLine[];
}

/** Every line of the list with what was understood; lines with a problem come first. */
export function VerdictTable({ lines }: VerdictTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isProblem = (line: IntakeLine): boolean => line.reason !== null || line.itemNo === null;
  const sorted = [...lines.filter(isProblem), ...lines.filter((line) => !isProblem(line))];
  const hiddenCount = sorted.length - SHOWN_ROWS;
  return (
    <div>
      <table className="w-full text-left">
        <thead className="text-quiet text-sm">
          <tr>
            <th className="p-2">{t('intake.line')}</th>
            <th className="p-2">{t('intake.text')}</th>
            <th className="p-2">{t('common.itemNo')}</th>
            <th className="p-2">{t('intake.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN_ROWS).map((line) => (
            <tr key={line.line} className="border-line border-t align-top">
              <td className="p-2">{formatCount(line.line, language)}</td>
              <td className="max-w-md truncate p-2">{line.text}</td>
              <td className="p-2">{line.itemNo}</td>
              <td className="p-2">
                <Verdict line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hiddenCount > 0 ? (
        <p className="p-2 text-quiet">{t('intake.moreLines', { count: hiddenCount })}</p>
      ) : null}
    </div>
  );
}

function Verdict({ line }: { readonly line: IntakeLine }) {
  const { t } = useTranslation();
  if (line.reason !== null) return <ReasonList reasons={[line.reason]} />;
  if (line.itemNo === null) return <Badge tone="warn">{t('intake.noNumber')}</Badge>;
  return <Badge tone="good">{t('intake.taken')}</Badge>;
}
