import type { InspectedPicture } from '@shared/ipc/pictures';
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Copy,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { Tone } from '../../ui/Badge';
import type { Inspection } from './use-inspection';

/** How far a picture is known. */
export type PictureState = 'looking' | 'unknown' | 'prepared' | 'warned' | 'duplicate' | 'dropped';

/** One word for what became of a picture. */
export function stateOf(
  outcome: InspectedPicture | null,
  inspection: Inspection['state'],
): PictureState {
  if (outcome === null) return inspection === 'looking' ? 'looking' : 'unknown';
  if (outcome.kind === 'prepared') return outcome.warnings.length > 0 ? 'warned' : 'prepared';
  return outcome.kind;
}

export const PICTURE_LOOKS: Readonly<
  Record<PictureState, { readonly tone: Tone; readonly Icon: LucideIcon }>
> = {
  looking: { tone: 'busy', Icon: LoaderCircle },
  unknown: { tone: 'quiet', Icon: CircleDashed },
  prepared: { tone: 'good', Icon: CircleCheck },
  warned: { tone: 'warn', Icon: TriangleAlert },
  duplicate: { tone: 'quiet', Icon: Copy },
  dropped: { tone: 'bad', Icon: CircleX },
};

/** Where the shells serve a prepared picture; `widthPx` is one of the widths they make. */
export function preparedUrl(sha256: string, widthPx?: 96 | 240 | 480): string {
  return `/pictures/${sha256}${widthPx === undefined ? '' : `?w=${widthPx}`}`;
}

/** The smallest address that shows the picture as it would be registered; its source's until then. */
export function tileUrlOf(url: string, outcome: InspectedPicture | null): string {
  const file = outcome?.kind === 'prepared' ? outcome.files[0] : undefined;
  return file === undefined ? url : preparedUrl(file.sha256, 240);
}
