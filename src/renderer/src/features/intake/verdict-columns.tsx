import type { IntakeLine } from '@shared/domain/intake';
import { textOf } from '@shared/texts/catalogue';
import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import { CircleCheck, CopyMinus, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge';
import { formatCount } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';

/** The columns of a list that was read. `t` is that of the language shown. */
export function verdictColumns(
  t: ReturnType<typeof useTranslation>['t'],
): ColumnDef<IntakeLine, unknown>[] {
  const column = createColumnHelper<IntakeLine>();
  return [
    column.display({
      id: 'line',
      header: t('intake.line'),
      meta: { width: 'w-20', align: 'right' },
      cell: ({ row }) => <LineCell line={row.original.line} />,
    }),
    column.display({
      id: 'text',
      header: t('intake.text'),
      cell: ({ row }) => <p className="truncate text-sm">{row.original.text}</p>,
    }),
    column.display({
      id: 'itemNo',
      header: t('common.itemNo'),
      meta: { width: 'w-32' },
      cell: ({ row }) => <p className="font-medium text-sm">{row.original.itemNo}</p>,
    }),
    column.display({
      id: 'verdict',
      header: t('intake.verdict'),
      meta: { width: 'w-[40%]' },
      cell: ({ row }) => <VerdictCell line={row.original} />,
    }),
  ];
}

function LineCell({ line }: { readonly line: number }) {
  return <p className="text-quiet text-sm">{formatCount(line, useLanguage())}</p>;
}

function VerdictCell({ line }: { readonly line: IntakeLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (line.reason === null) {
    return line.itemNo === null ? (
      <Badge tone="bad" Icon={SearchX}>
        {t('intake.noNumber')}
      </Badge>
    ) : (
      <Badge tone="good" Icon={CircleCheck}>
        {t('intake.taken')}
      </Badge>
    );
  }
  const isDuplicate = line.reason.code === 'INTAKE_DUPLICATE';
  const { message, fix } = textOf(line.reason.code, language, line.reason.params);
  return (
    <div className="flex items-start gap-2 text-sm">
      <Badge tone={isDuplicate ? 'quiet' : 'bad'} Icon={isDuplicate ? CopyMinus : SearchX}>
        {t(isDuplicate ? 'intake.groups.duplicate' : 'intake.groups.malformed')}
      </Badge>
      <span className="min-w-0 text-quiet">
        {message} {fix}
      </span>
    </div>
  );
}
