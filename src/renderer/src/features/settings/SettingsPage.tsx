import type { Settings } from '@shared/domain/settings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import { useSettings, useUpdateSettings } from '../../ipc/settings-queries';
import { FaultNotice } from '../../ui/FaultNotice';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { AboutCard } from './AboutCard';
import { ClosingCard } from './about/ClosingCard';
import { LicencesCard } from './about/LicencesCard';
import { UpdateCard } from './about/UpdateCard';
import { DeliveryTemplateCard } from './DeliveryTemplateCard';
import { DetailTemplateCard } from './DetailTemplateCard';
import { DisplayCard } from './DisplayCard';
import { BackupCard } from './data/BackupCard';
import { DataFolderCard } from './data/DataFolderCard';
import { DiagnosticsCard } from './data/DiagnosticsCard';
import { KeysSection } from './keys/KeysSection';
import { LinksCard } from './LinksCard';
import { PictureBackupCard } from './PictureBackupCard';
import { PricingCard } from './PricingCard';
import { ReviewCard } from './ReviewCard';
import { StoreCard } from './StoreCard';
import { StoresCard } from './StoresCard';
import { MetricsCard } from './system/MetricsCard';
import { RedisCard } from './system/RedisCard';
import { WordPacksCard } from './WordPacksCard';

/** What one part of the settings gets: the settings now, and how to change some of them. */
export interface SettingsPartProps {
  readonly settings: Settings;
  readonly onChange: ReturnType<typeof useUpdateSettings>['mutate'];
}

type SectionName = 'general' | 'keys' | 'store' | 'data' | 'system' | 'about';

interface Section {
  readonly name: SectionName;
  readonly view: (part: SettingsPartProps) => ReactNode;
}

/** The parts of the settings in the order of the menu; the first is shown when none is named. */
const SECTIONS: readonly [Section, ...Section[]] = [
  {
    name: 'general',
    view: (part) => (
      <>
        <DisplayCard {...part} />
        <LinksCard />
      </>
    ),
  },
  { name: 'keys', view: () => <KeysSection /> },
  {
    name: 'store',
    view: (part) => (
      <>
        <StoresCard />
        <PricingCard {...part} />
        <StoreCard {...part} />
        <DeliveryTemplateCard {...part} />
        <DetailTemplateCard {...part} />
        <ReviewCard {...part} />
        <WordPacksCard {...part} />
      </>
    ),
  },
  {
    name: 'data',
    view: (part) => (
      <>
        <DataFolderCard />
        <BackupCard {...part} />
        <DiagnosticsCard />
        <PictureBackupCard {...part} />
      </>
    ),
  },
  {
    name: 'system',
    view: (part) => (
      <>
        <RedisCard {...part} />
        <MetricsCard {...part} />
      </>
    ),
  },
  {
    name: 'about',
    view: (part) => (
      <>
        <AboutCard />
        <UpdateCard {...part} />
        <ClosingCard {...part} />
        <LicencesCard />
      </>
    ),
  },
];

/** Everything the seller may set. Changes are saved as they are made. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { section: asked } = useParams();
  const settings = useSettings();
  const update = useUpdateSettings();
  const shown = SECTIONS.find(({ name }) => name === asked) ?? SECTIONS[0];
  return (
    <Page title={t('settings.title')} subtitle={t('settings.subtitle')} width="wide">
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 @4xl:grid-cols-[12rem_minmax(0,1fr)]">
          <nav
            aria-label={t('settings.sectionsLabel')}
            className="flex flex-wrap gap-0.5 @4xl:sticky @4xl:top-7 @4xl:flex-col"
          >
            {SECTIONS.map(({ name }) => (
              <NavLink
                key={name}
                to={`/settings/${name}`}
                aria-current={name === shown.name ? 'page' : undefined}
                className="rounded-lg px-3 py-2 font-medium text-quiet transition-colors hover:bg-sunken hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text"
              >
                {t(`settings.sections.${name}`)}
              </NavLink>
            ))}
          </nav>
          <div className="@container flex min-w-0 max-w-4xl flex-col gap-5">
            {update.isError ? <FaultNotice fault={update.error} /> : null}
            <p role="status" className="sr-only">
              {update.isSuccess ? t('settings.saved') : null}
            </p>
            <QueryView query={settings}>
              {(current) => shown.view({ settings: current, onChange: update.mutate })}
            </QueryView>
          </div>
        </div>
      </div>
    </Page>
  );
}
