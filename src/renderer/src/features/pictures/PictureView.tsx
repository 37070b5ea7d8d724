import type { Reason } from '@shared/domain/reason';
import type { InspectedPicture, InspectedPictureWarning } from '@shared/ipc/pictures';
import { textOf } from '@shared/texts/catalogue';
import { CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { formatCount } from '../../ui/format';
import { Picture } from '../../ui/Picture';
import { useLanguage } from '../../ui/use-language';
import { preparedUrl } from './picture-looks';

export interface PictureViewProps {
  readonly url: string;
  readonly name: string;
  readonly outcome: InspectedPicture | null;
  /** `large` shows the registered file itself, `middle` a smaller version of it. */
  readonly size: 'large' | 'middle';
}

/** One picture as it came and as it would be registered, with its sizes and what to look at over it. */
export function PictureView({ url, name, outcome, size }: PictureViewProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<'before' | 'after'>('after');
  const prepared = outcome?.kind === 'prepared' ? outcome : null;
  const isAfter = prepared !== null && chosen === 'after';
  const shape = size === 'large' ? 'h-96 max-md:h-72' : 'h-56';
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="relative overflow-hidden rounded-lg border border-line bg-sunken">
        {isAfter ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a tall picture scrolls, which has to be possible by keyboard
          <section tabIndex={0} aria-label={name} className={`relative overflow-y-auto ${shape}`}>
            {prepared.files.map(({ sha256 }, index) => (
              <Picture
                key={sha256}
                url={preparedUrl(sha256, size === 'large' ? undefined : 480)}
                alt={index === 0 ? name : ''}
                className={
                  prepared.files.length === 1
                    ? `w-full rounded-none! object-contain! ${shape}`
                    : 'h-auto w-full rounded-none!'
                }
              />
            ))}
            <MarkedRegions prepared={prepared} />
          </section>
        ) : (
          <Picture
            url={url}
            alt={name}
            className={`w-full rounded-none! object-contain! ${shape}`}
          />
        )}
      </div>
      {outcome?.kind === 'dropped' ? <WhyDropped reason={outcome.reason} /> : null}
      {prepared === null ? null : <Warnings warnings={prepared.warnings} />}
      {prepared === null ? null : (
        <div
          className={`flex gap-x-3 gap-y-1.5 ${size === 'large' ? 'flex-wrap items-center justify-between' : 'flex-col-reverse items-start'}`}
        >
          <ChoiceGroup
            label={t('pictures.view', { name })}
            isLabelHidden
            value={chosen}
            choices={[
              { value: 'before', text: t('pictures.before') },
              { value: 'after', text: t('pictures.after') },
            ]}
            onChange={setChosen}
          />
          <Facts prepared={prepared} isAfter={isAfter} />
        </div>
      )}
    </div>
  );
}

interface PreparedProps {
  readonly prepared: Extract<InspectedPicture, { kind: 'prepared' }>;
}

/** The places that warnings are about, over the picture; the words under it say what they are. */
function MarkedRegions({ prepared }: PreparedProps) {
  const [file] = prepared.files;
  const regions = prepared.warnings.flatMap((warning) => warning.regions);
  if (file === undefined || prepared.files.length > 1 || regions.length === 0) return null;
  const { widthPx, heightPx } = file;
  return (
    // Fits into the box as the picture does, so that the marks lie where they belong.
    <svg
      aria-hidden="true"
      data-testid="marked-regions"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      preserveAspectRatio="xMidYMid meet"
      className="pointer-events-none absolute inset-0 size-full text-warn"
    >
      {regions.map(({ left, top, width, height }) => {
        const place = {
          x: left * widthPx,
          y: top * heightPx,
          width: width * widthPx,
          height: height * heightPx,
          vectorEffect: 'non-scaling-stroke' as const,
        };
        return (
          <g key={`${left} ${top} ${width} ${height}`}>
            {/* A dark line under the mark's own: pictures are light in the dark theme too. */}
            <rect {...place} fill="none" stroke="black" strokeOpacity={0.6} strokeWidth={4} />
            <rect
              {...place}
              fill="currentColor"
              fillOpacity={0.22}
              stroke="currentColor"
              strokeWidth={2}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface WarningsProps {
  readonly warnings: readonly InspectedPictureWarning[];
}

/** What the seller should look at in a picture that is used all the same. */
function Warnings({ warnings }: WarningsProps) {
  const language = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
      {warnings.map(({ reason: { code, params } }) => (
        <ReasonLine key={code} Icon={TriangleAlert} text={textOf(code, language, params)} />
      ))}
    </ul>
  );
}

/** Why a picture is not used. */
function WhyDropped({ reason: { code, params } }: { readonly reason: Reason }) {
  const language = useLanguage();
  return (
    <ul className="rounded-lg bg-bad-soft px-3 py-2 text-bad text-sm">
      <ReasonLine Icon={CircleX} text={textOf(code, language, params)} />
    </ul>
  );
}

interface ReasonLineProps {
  readonly Icon: LucideIcon;
  readonly text: { readonly message: string; readonly fix: string };
}

function ReasonLine({ Icon, text }: ReasonLineProps) {
  return (
    <li className="flex gap-2">
      <Icon aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <span>
        <span className="font-medium">{text.message}</span>{' '}
        <span className="text-text">{text.fix}</span>
      </span>
    </li>
  );
}

interface FactsProps {
  readonly prepared: Extract<InspectedPicture, { kind: 'prepared' }>;
  readonly isAfter: boolean;
}

/** Size of what is shown: the source's pixels, or the registered pixels and kilobytes. */
function Facts({ prepared, isAfter }: FactsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { files, source } = prepared;
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const px = (width: number, height: number): string =>
    t('pictures.size', {
      width: formatCount(width, language),
      height: formatCount(height, language),
    });
  const facts = isAfter
    ? [
        px(
          files[0]?.widthPx ?? 0,
          files.reduce((sum, file) => sum + file.heightPx, 0),
        ),
        t('pictures.kilobytes', { size: formatCount(Math.ceil(sizeBytes / 1000), language) }),
        ...(files.length > 1 ? [t('pictures.slices', { count: files.length })] : []),
      ]
    : [px(source.widthPx, source.heightPx)];
  return <p className="text-quiet text-sm">{facts.join(' · ')}</p>;
}
