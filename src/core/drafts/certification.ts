import type { CertificationNeed, DraftCertification } from '@shared/domain/draft';
import type { ItemCertification } from '@shared/domain/item';
import type { NaverCategoryDetail } from '../naver/port';
import { type Decision, step } from './decision';

/** At most five entries (naver-commerce-api.md 5.4, answer 704, 2026-09). */
export const CERTIFICATIONS_MAX = 5;

/** Category flags that ask for a decision (naver-commerce-api.md 5.7 and 6.3, 2026-09). */
const NEED_BY_EXCEPTION: Readonly<Record<string, CertificationNeed>> = {
  KC_CERTIFICATION: 'KC',
  CHILD_CERTIFICATION: 'CHILD',
  GREEN_PRODUCTS: 'GREEN',
};

/** Kinds of certificate that `category` asks about. */
export function certificationNeeds(
  category: Pick<NaverCategoryDetail, 'exceptions'>,
): readonly CertificationNeed[] {
  const needs = category.exceptions.flatMap((exception) => NEED_BY_EXCEPTION[exception] ?? []);
  return [...new Set(needs)];
}

/** Kinds of `needs` that `decision` leaves open. */
export function openNeeds(
  decision: DraftCertification,
  needs: readonly CertificationNeed[],
): readonly CertificationNeed[] {
  switch (decision.kind) {
    case 'not-asked':
    case 'undecided':
      return needs;
    case 'stated-exempt':
      return needs.filter((need) => !decision.kinds.includes(need));
    case 'certified':
      return needs.filter(
        (need) =>
          !(decision.exemptKinds ?? []).includes(need) &&
          !decision.entries.some((entry) => needOfKind(entry.kindType) === need),
      );
  }
}

/**
 * Never a decision of ours: `not-asked` when the category does not ask, else `undecided`. What the
 * supplier states about certificates is only shown, as a suggestion.
 */
export function planCertification(
  category: Pick<NaverCategoryDetail, 'exceptions'> | null,
  stated: readonly ItemCertification[],
): Decision<DraftCertification> {
  const needs = category === null ? [] : certificationNeeds(category);
  const suggestion = describeCertificates(stated);
  return {
    value: needs.length === 0 ? { kind: 'not-asked' } : { kind: 'undecided', kinds: needs },
    reasons: [],
    steps:
      suggestion === ''
        ? [step('공급사가 밝힌 인증 정보 없음', 'The supplier states no certificate')]
        : [step(`공급사 표기: ${suggestion}`, `As the supplier states it: ${suggestion}`)],
  };
}

/** The supplier's own words about certificates in one line; empty when there are none. */
export function describeCertificates(stated: readonly ItemCertification[]): string {
  return stated
    .flatMap((entry) => {
      if (entry.isExempt) return [`면제 ${entry.exemptionTitle ?? ''}`.trim()];
      if (!entry.isCertified) return [];
      return [[entry.type, entry.name, entry.number].filter(Boolean).join(' ')];
    })
    .join('; ');
}

function needOfKind(kindType: string): CertificationNeed | null {
  return NEED_BY_EXCEPTION[kindType] ?? null;
}
