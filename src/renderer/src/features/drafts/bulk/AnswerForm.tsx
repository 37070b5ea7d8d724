import type { BulkAnswer } from '@shared/domain/draft-bulk';
import { useTranslation } from 'react-i18next';
import { SelectBox } from '../../../ui/fields';
import type { AnswerKind } from './answer-kinds';
import { ConfirmAnswer, GiveBackAnswer, OverrideAnswer, RepairAnswer } from './decision-answers';
import {
  CertificationAnswer,
  NoticeAnswer,
  OriginAnswer,
  ServiceAnswer,
  TaxAnswer,
} from './law-answers';
import { BrandAnswer, CategoryAnswer, TagsAnswer, WordAnswer } from './product-answers';
import { DeliveryAnswer, PriceAnswer } from './trade-answers';

/** What one kind of answer gets; it tells null while it is not complete. */
export interface AnswerProps {
  readonly reasonCode: string | null;
  readonly onAnswer: (answer: BulkAnswer | null) => void;
}

const FORMS: Readonly<Record<AnswerKind, (props: AnswerProps) => React.ReactNode>> = {
  repair: RepairAnswer,
  category: CategoryAnswer,
  price: PriceAnswer,
  origin: OriginAnswer,
  notice: NoticeAnswer,
  certification: CertificationAnswer,
  delivery: DeliveryAnswer,
  word: WordAnswer,
  tags: TagsAnswer,
  brand: BrandAnswer,
  service: ServiceAnswer,
  tax: TaxAnswer,
  confirm: ConfirmAnswer,
  override: OverrideAnswer,
  'give-back': GiveBackAnswer,
};

export interface AnswerFormProps extends AnswerProps {
  readonly kinds: readonly AnswerKind[];
  readonly kind: AnswerKind;
  readonly onKind: (kind: AnswerKind) => void;
}

/** Chooses what shall change, then asks for the value. */
export function AnswerForm({ kinds, kind, onKind, reasonCode, onAnswer }: AnswerFormProps) {
  const { t } = useTranslation();
  const Form = FORMS[kind];
  return (
    <div className="flex flex-col gap-4">
      <SelectBox
        label={t('review.bulk.answer')}
        value={kind}
        choices={kinds.map((value) => ({ value, text: t(`review.bulk.kinds.${value}`) }))}
        onChange={(chosen) => {
          onAnswer(null);
          onKind(chosen);
        }}
      />
      <Form key={kind} reasonCode={reasonCode} onAnswer={onAnswer} />
    </div>
  );
}
