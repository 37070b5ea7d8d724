import { isDeepStrictEqual } from 'node:util';
import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { BulkAnswer } from '@shared/domain/draft-bulk';
import type { Settings } from '@shared/domain/settings';
import { withoutWord } from '@shared/words/find-words';
import { findRepairs, type PreflightRule, refusalSubject } from '../../preflight';
import { confirmedField } from '../confirm';
import type { DraftBench } from '../draft-bench';
import type { StoredDraft } from '../draft-rows';
import { settlePrice } from '../settle-price';

export interface WorkOutDeps {
  readonly bench: DraftBench;
  readonly rules: readonly PreflightRule[];
  readonly settings: () => Settings;
}

/** What an answer makes of one draft; null when it does not concern it. */
export interface WorkedOut {
  readonly content: DraftContent;
  readonly locked: readonly DraftField[];
  /** Findings that the seller goes on in spite of. */
  readonly overrides: readonly { readonly code: string; readonly subject: string }[];
}

/** Works an answer out for one draft. Pure but for reading what is known about the draft. */
export function workOut(
  deps: WorkOutDeps,
  stored: StoredDraft,
  answer: BulkAnswer,
  own: Partial<DraftContent> | null,
): WorkedOut | null {
  const { content } = stored.draft;
  const changed = (change: Partial<DraftContent>): WorkedOut | null => {
    if (Object.keys(change).length === 0) return null;
    const worked = deps.bench.withChange(stored, change);
    return moved(stored, { content: worked.content, locked: worked.locked, overrides: [] });
  };
  switch (answer.kind) {
    case 'set':
      return changed(onlyDifferent(content, askedFor(content, answer.change)));
    case 'own':
      return own === null ? null : changed(onlyDifferent(content, own));
    case 'notice':
      return changed(noticeChange(content, answer));
    case 'delivery':
      return changed(
        onlyDifferent(content, { delivery: { ...content.delivery, ...answer.change } }),
      );
    case 'price': {
      const settings = deps.settings();
      const priced = settlePrice(content, [], true, stored.item, {
        ...settings,
        pricing: { ...settings.pricing, ...answer.rule },
      });
      return changed(onlyDifferent(content, { price: priced.price }));
    }
    case 'replace-word':
      return changed(wordChange(content, answer.word, answer.by));
    case 'tags': {
      const kept = content.tags.filter((tag) => !answer.remove.includes(tag));
      return changed(onlyDifferent(content, { tags: [...new Set([...kept, ...answer.add])] }));
    }
    case 'repair': {
      const repair = repairsOf(deps, stored).find(({ code }) => code === answer.code);
      return repair === undefined ? null : changed(repair.change);
    }
    case 'confirm':
      return changed(confirmedField(content, answer.field));
    case 'override': {
      const overrides = overridable(deps, stored, answer.code);
      if (overrides.length === 0) return null;
      return { content, locked: stored.draft.lockedFields, overrides };
    }
    case 'give-back': {
      const fields = answer.fields.filter((field) => stored.draft.lockedFields.includes(field));
      if (fields.length === 0) return null;
      return { ...deps.bench.withGivenBack(stored, fields), overrides: [] };
    }
  }
}

/** Findings of `code` on the draft that may be overridden, each with what it is about. */
export function overridable(
  { rules }: Pick<WorkOutDeps, 'rules'>,
  stored: StoredDraft,
  code: string,
): readonly { readonly code: string; readonly subject: string }[] {
  const rule = rules.find((each) => each.code === code);
  return stored.draft.reasons.flatMap((reason) => {
    if (reason.code !== code) return [];
    if (rule === undefined) {
      const isRefusal = code.startsWith('NAVER_REJECTED');
      return isRefusal ? [{ code, subject: refusalSubject(reason) }] : [];
    }
    const subject = rule.overrideSubject?.(reason.params ?? {});
    return subject === undefined || reason.severity === 'block' ? [] : [{ code, subject }];
  });
}

function repairsOf(
  { bench, rules }: WorkOutDeps,
  stored: StoredDraft,
): ReturnType<typeof findRepairs> {
  const { content, lockedFields } = stored.draft;
  return findRepairs(
    rules,
    bench.contextOf(stored.draft, content, lockedFields, stored.item, stored.refusals),
  );
}

function moved(stored: StoredDraft, worked: WorkedOut): WorkedOut | null {
  const isSame =
    isDeepStrictEqual(worked.content, stored.draft.content) &&
    worked.locked.length === stored.draft.lockedFields.length;
  return isSame ? null : worked;
}

function onlyDifferent(
  content: DraftContent,
  change: Partial<DraftContent>,
): Partial<DraftContent> {
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => !isDeepStrictEqual(content[field as DraftField] ?? null, value ?? null),
    ),
  );
}

/** A statement about certificates covers what the draft's category asks, never more; certificates that were entered stay. */
function askedFor(content: DraftContent, change: Partial<DraftContent>): Partial<DraftContent> {
  if (change.certification?.kind !== 'stated-exempt') return change;
  const own = content.certification;
  const { certification, ...others } = change;
  if (own.kind !== 'undecided' && own.kind !== 'stated-exempt') return others;
  return { ...others, certification: { ...certification, kinds: own.kinds } };
}

function noticeChange(
  content: DraftContent,
  answer: Extract<BulkAnswer, { kind: 'notice' }>,
): Partial<DraftContent> {
  const type = answer.type ?? content.notice?.type ?? null;
  if (type === null) return {};
  const own = content.notice?.fields ?? {};
  const given = Object.entries(answer.fields).filter(
    ([name]) => !answer.onlyEmpty || (own[name] ?? '').trim() === '',
  );
  return onlyDifferent(content, {
    notice: { type, fields: { ...own, ...Object.fromEntries(given) } },
  });
}

function wordChange(content: DraftContent, word: string, by: string): Partial<DraftContent> {
  const replaced = (text: string): string => withoutWord(text, word, by);
  const tags = content.tags.map(replaced).filter((tag) => tag !== '');
  const brand = content.brand === null ? null : replaced(content.brand);
  return onlyDifferent(content, {
    name: replaced(content.name),
    tags: [...new Set(tags)],
    brand: brand === '' ? null : brand,
  });
}
