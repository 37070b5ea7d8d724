import type { DraftCategory } from '@shared/domain/draft';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { formatPercent } from '../../../ui/format';
import { useLanguage } from '../../../ui/use-language';
import { Key } from './Key';

/** Most candidates that have a number key of their own. */
const NUMBERED = 5;

/** The other categories that are likely, in the order of their number keys. */
export function otherCandidates(category: DraftCategory | null): DraftCategory['candidates'] {
  return (category?.candidates ?? []).filter(({ id }) => id !== category?.id).slice(0, NUMBERED);
}

export interface CandidatesProps {
  readonly candidates: DraftCategory['candidates'];
  readonly isDisabled: boolean;
  readonly onChoose: (place: number) => void;
}

/** What else the category may be, each one key away. */
export function Candidates({ candidates, isDisabled, onChoose }: CandidatesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="mt-2.5">
      <p className="mb-1.5 text-quiet text-sm">{t('review.flow.candidates')}</p>
      <ol className="flex flex-col items-start gap-1.5">
        {candidates.map(({ id, path, confidence }, place) => (
          <li key={id}>
            <Button size="small" isDisabled={isDisabled} onPress={() => onChoose(place)}>
              <Key name={String(place + 1)} />
              {path.replaceAll('>', ' › ')}
              <span className="text-quiet text-xs">{formatPercent(confidence, language)}</span>
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}
