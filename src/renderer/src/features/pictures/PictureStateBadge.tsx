import type { InspectedPicture } from '@shared/ipc/pictures';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge';
import { PICTURE_LOOKS, stateOf } from './picture-looks';
import type { Inspection } from './use-inspection';

export interface PictureStateBadgeProps {
  readonly outcome: InspectedPicture | null;
  readonly inspection: Inspection['state'];
  /** The picture is not taken over but shown from the supplier's host. */
  readonly staysAtSource?: boolean;
}

/** What became of a picture, in one word with its sign. */
export function PictureStateBadge({
  outcome,
  inspection,
  staysAtSource = false,
}: PictureStateBadgeProps) {
  const { t } = useTranslation();
  const state = stateOf(outcome, inspection);
  const { tone, Icon } = PICTURE_LOOKS[state];
  return (
    <Badge tone={tone} Icon={Icon} isTurning={state === 'looking'}>
      {t(`pictures.outcomes.${staysAtSource && state === 'unknown' ? 'source' : state}`)}
    </Badge>
  );
}
