import type { Draft } from '@shared/domain/draft';
import type { OptionCommand } from '@shared/options/editor/commands';
import type { OptionModel } from '@shared/options/model';
import type { OptionRepair } from '@shared/options/naver/repairs';
import { afterSave, carriedOver } from './newer-draft';
import { choose, separatorOf, splitAt } from './readings';
import { modelOf, type OptionSession, redone, startSession, taken, undone } from './session';

/** What the seller does, or what became of it. */
export type SessionAction =
  | { readonly kind: 'edit'; readonly command: OptionCommand }
  | { readonly kind: 'choose-reading'; readonly reading: number }
  | { readonly kind: 'split-at-sign'; readonly sign: string }
  | {
      readonly kind: 'take-correction';
      readonly model: OptionModel;
      readonly separator: string | null;
    }
  | { readonly kind: 'repair'; readonly repair: OptionRepair }
  | { readonly kind: 'undo' | 'redo' | 'forget-refusal' }
  | { readonly kind: 'select'; readonly places: readonly number[]; readonly isOn: boolean }
  | { readonly kind: 'saved'; readonly draft: Draft; readonly model: OptionModel }
  | { readonly kind: 'restart' | 'carry-over'; readonly draft: Draft };

/** The next session; an edit that means nothing leaves everything and says why in `refused`. */
export function nextSession(session: OptionSession, action: SessionAction): OptionSession {
  switch (action.kind) {
    case 'edit':
      return taken(session, action.command, session.around);
    case 'choose-reading':
      return choose(session, action.reading);
    case 'split-at-sign':
      return splitAt(session, action.sign);
    case 'take-correction':
      return taken(
        session,
        {
          kind: 'take-model',
          model: modelOf(action.model),
          separator: action.separator,
          from: 'correction',
        },
        session.around,
      );
    case 'repair':
      return taken(
        session,
        {
          kind: 'take-model',
          model: modelOf(action.repair.model),
          separator: separatorOf(session),
          from: 'repair',
        },
        {
          ...session.around,
          salePriceKrw: action.repair.salePriceKrw,
          discountKrw: action.repair.discountKrw,
          baseAdditionKrw: session.around.baseAdditionKrw + action.repair.shiftKrw,
        },
      );
    case 'undo':
      return undone(session);
    case 'redo':
      return redone(session);
    case 'forget-refusal':
      return { ...session, refused: null };
    case 'select': {
      const selected = new Set(session.selected);
      for (const place of action.places) {
        if (action.isOn) selected.add(place);
        else selected.delete(place);
      }
      return { ...session, selected };
    }
    case 'saved':
      return afterSave(session, action.draft, action.model);
    case 'restart':
      return startSession(action.draft);
    case 'carry-over':
      return carriedOver(session, action.draft);
  }
}
