import type { ItemNo } from '@shared/domain/ids';
import type { SourcingItem } from '@shared/domain/sourcing';
import { ExternalLink, PackagePlus, SquarePen, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAppInfo } from '../../ipc/settings-queries';
import { Badge } from '../../ui/Badge';
import { Button, buttonLooks } from '../../ui/Button';
import { formatCount, formatKrw, formatPercent } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { Notice } from '../../ui/Notice';
import { Picture } from '../../ui/Picture';
import { QueryView } from '../../ui/QueryView';
import { ReasonList } from '../../ui/ReasonList';
import { useLanguage } from '../../ui/use-language';
import { useSidePanel } from '../../ui/use-side-panel';
import { deliveryWords } from './HitCard';
import { ProgressBadge } from './progress-looks';
import { useSourcingItem } from './use-sourcing';

/** Page of an item at the wholesaler (domeggook-openapi.md 2.2, 2026-09); there is none in practice. */
const MARKET_ADDRESS = 'https://domeggook.com/';
/** Most values of one option dimension that are spelled out. */
const VALUES_SHOWN = 12;

export interface ItemPanelProps {
  readonly itemNo: ItemNo;
  readonly onCollect: () => void;
  readonly isCollecting: boolean;
  readonly onClose: () => void;
}

/** One item in full: what it costs by quantity, what can be chosen, and what a sale would leave. */
export function ItemPanel({ itemNo, onCollect, isCollecting, onClose }: ItemPanelProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useSourcingItem(itemNo);
  const info = useAppInfo();
  const panel = useSidePanel(itemNo, onClose);
  return (
    <aside
      ref={panel.ref}
      tabIndex={-1}
      aria-label={t('sourcing.details')}
      className="flex w-96 shrink-0 flex-col gap-4 self-stretch overflow-y-auto rounded-xl border border-line bg-surface p-5 shadow-card outline-none max-lg:w-full max-2xl:w-80"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 className="font-semibold text-[1.05rem]">
          {query.data?.kind === 'item' ? query.data.item.title : t('sourcing.details')}
        </h2>
        <IconButton
          size="small"
          tone="ghost"
          label={t('common.close')}
          onPress={panel.close}
          Icon={X}
          iconPx={17}
        />
      </div>
      <QueryView query={query}>
        {(found) =>
          found.kind === 'absent' ? (
            <ReasonList reasons={[found.reason]} />
          ) : (
            <>
              <Picture
                url={found.item.pictureUrl}
                alt={found.item.title}
                className="aspect-square w-full object-contain"
              />
              <Estimate item={found.item} />
              <Warnings item={found.item} />
              <Facts item={found.item} />
              <Options item={found.item} />
              <div className="-mx-5 -bottom-5 -mb-5 sticky mt-auto flex flex-wrap gap-2 border-line border-t bg-surface px-5 py-3">
                {found.item.progress === 'none' ? (
                  <Button tone="primary" onPress={onCollect} isDisabled={isCollecting}>
                    <PackagePlus aria-hidden="true" size={16} />
                    {t('sourcing.collectOne')}
                  </Button>
                ) : (
                  <Button tone="primary" onPress={() => void navigate(`/drafts/${itemNo}`)}>
                    <SquarePen aria-hidden="true" size={16} />
                    {t('sourcing.openDraft')}
                  </Button>
                )}
                {info.data?.mode === 'live' ? (
                  <a
                    href={`${MARKET_ADDRESS}${itemNo}`}
                    target="_blank"
                    rel="noreferrer"
                    className={buttonLooks('plain', 'normal')}
                  >
                    <ExternalLink aria-hidden="true" size={16} />
                    {t('sourcing.atMarket')}
                  </a>
                ) : null}
              </div>
            </>
          )
        }
      </QueryView>
    </aside>
  );
}

interface PartProps {
  readonly item: SourcingItem;
}

function Estimate({ item }: PartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (item.estimate === null) {
    return <Notice tone="warn" title={t('sourcing.noEstimate')} />;
  }
  const { salePriceKrw, netProfitKrw, marginRate } = item.estimate;
  return (
    <dl className="grid grid-cols-3 gap-2 rounded-lg bg-page p-3 text-center">
      {(
        [
          [t('sourcing.supplyPrice'), formatKrw(item.priceTiers[0]?.unitPriceKrw ?? 0, language)],
          [t('sourcing.estimate'), formatKrw(salePriceKrw, language)],
          [
            t('sourcing.profit'),
            formatKrw(netProfitKrw, language),
            t('sourcing.margin', { percent: formatPercent(marginRate, language) }),
          ],
        ] as const
      ).map(([name, value, more]) => (
        <div key={name}>
          <dt className="text-quiet text-xs">{name}</dt>
          <dd className="font-semibold text-sm">{value}</dd>
          {more === undefined ? null : <dd className="text-quiet text-xs">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Warnings({ item }: PartProps) {
  const { t } = useTranslation();
  const words = [
    ...(item.isListingDenied ? [t('sourcing.listingDenied')] : []),
    ...(item.isOnDomeme ? [] : [t('sourcing.notOnDomeme')]),
  ];
  return words.map((each) => <Notice key={each} tone="warn" title={each} />);
}

function Facts({ item }: PartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (value: number): string => formatCount(value, language);
  const { delivery, supplier } = item;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('sourcing.itemNo'), item.itemNo],
    [
      t('sourcing.status'),
      <span key="status" className="inline-flex flex-wrap justify-end gap-1">
        {item.statusText}
        <ProgressBadge progress={item.progress} />
      </span>,
    ],
    [
      t('sourcing.stock'),
      item.inventory === null ? t('sourcing.stockUnknown') : count(item.inventory),
    ],
    [
      t('sourcing.tiers'),
      <ul key="tiers">
        {item.priceTiers.map(({ minQuantity, unitPriceKrw }) => (
          <li key={minQuantity}>
            {t('sourcing.tierFrom', { value: count(minQuantity) })}{' '}
            {formatKrw(unitPriceKrw, language)}
          </li>
        ))}
      </ul>,
    ],
    [
      t('sourcing.resale'),
      [
        item.resaleMinimumKrw === null
          ? t('sourcing.resaleNone')
          : formatKrw(item.resaleMinimumKrw, language),
        ...(item.resaleRecommendedKrw === null
          ? []
          : [t('sourcing.resaleHint', { price: formatKrw(item.resaleRecommendedKrw, language) })]),
      ].join(' · '),
    ],
    [
      t('sourcing.delivery'),
      [
        deliveryWords({ payer: delivery.payer, deliveryFeeKrw: delivery.feeKrw }, t, language),
        delivery.method,
        ...(delivery.preparationDays === null
          ? []
          : [t('sourcing.preparation', { value: count(delivery.preparationDays) })]),
        ...(delivery.isFromOversea ? [t('sourcing.oversea')] : []),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [
      t('sourcing.licence'),
      <span key="licence">
        <Badge tone={item.licence.isUsable ? 'good' : 'bad'}>
          {t(item.licence.isUsable ? 'sourcing.licenceYes' : 'sourcing.licenceNo')}
        </Badge>
        {item.licence.text === '' ? null : (
          <span className="block text-quiet text-xs">{item.licence.text}</span>
        )}
      </span>,
    ],
    [
      t('sourcing.supplierOf'),
      [
        supplier.nick ?? supplier.id,
        ...(supplier.isGood ? [t('sourcing.goodSupplier')] : []),
        ...(supplier.vacation === null
          ? []
          : [
              t('sourcing.vacation', {
                start: supplier.vacation.startText,
                end: supplier.vacation.endText,
              }),
            ]),
      ].join(' · '),
    ],
    ...optionalRow(t('sourcing.country'), item.countryText),
    ...optionalRow(t('sourcing.maker'), item.manufacturer),
    ...optionalRow(t('sourcing.certification'), item.certifications.join(', ')),
    ...optionalRow(t('sourcing.category'), item.categoryPath),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function optionalRow(name: string, value: string | null): (readonly [string, ReactNode])[] {
  return value === null || value === '' ? [] : [[name, value]];
}

function Options({ item }: PartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { options } = item;
  const count = (value: number): string => formatCount(value, language);
  return (
    <section className="border-line border-t pt-4">
      <h3 className="mb-2 font-medium text-sm">{t('sourcing.options')}</h3>
      {options.combinationCount === 0 && options.addOnCount === 0 ? (
        <p className="text-quiet text-sm">{t('sourcing.optionsNone')}</p>
      ) : (
        <>
          <p className="text-quiet text-sm">
            {[
              t('sourcing.optionsCount', {
                value: count(options.combinationCount),
                usable: count(options.usableCount),
              }),
              ...(options.addOnCount === 0
                ? []
                : [t('sourcing.addOns', { value: count(options.addOnCount) })]),
              t('sourcing.confidence', { percent: formatPercent(options.confidence, language) }),
            ].join(' · ')}
          </p>
          <dl className="mt-2 flex flex-col gap-2">
            {options.dimensions.map(({ name, values }) => (
              <div key={name}>
                <dt className="font-medium text-sm">{name}</dt>
                <dd className="mt-1 flex flex-wrap gap-1">
                  {values.slice(0, VALUES_SHOWN).map((value) => (
                    <Badge key={value} tone="quiet">
                      {value}
                    </Badge>
                  ))}
                  {values.length > VALUES_SHOWN ? (
                    <span className="text-quiet text-xs">
                      {t('sourcing.optionsMore', { value: count(values.length - VALUES_SHOWN) })}
                    </span>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
