import type { LearnedCommand } from './correction';
import type { ExplanationStep } from './model';

/** Steps named one by one; further ones are counted. */
const NAMED_MAX = 4;

/** What a remembered correction does, in one sentence that a seller recognises. */
export function describeCorrection(commands: readonly LearnedCommand[]): ExplanationStep {
  const named = commands.slice(0, NAMED_MAX).map(describe);
  const more = commands.length - named.length;
  const ko = named.map((step) => step.ko).join(', ');
  const en = named.map((step) => step.en).join(', ');
  return {
    ko: more > 0 ? `${ko} 외 ${more}가지` : ko,
    en: more > 0 ? `${en} and ${more} more` : en,
  };
}

function describe(command: LearnedCommand): ExplanationStep {
  switch (command.kind) {
    case 'take-separator':
      return command.separator === null
        ? { ko: '나누지 않음', en: 'not split' }
        : { ko: `‘${command.separator}’에서 나눔`, en: `split at “${command.separator}”` };
    case 'rename-dimension':
      return {
        ko: `옵션명 ${command.axis + 1} → ‘${command.name}’`,
        en: `dimension ${command.axis + 1} → “${command.name}”`,
      };
    case 'rename-value':
      return {
        ko: `‘${command.value}’ → ‘${command.name}’`,
        en: `“${command.value}” → “${command.name}”`,
      };
    case 'merge-values':
      return {
        ko: `‘${command.value}’을(를) ‘${command.into}’에 합침`,
        en: `“${command.value}” merged into “${command.into}”`,
      };
    case 'split-dimension':
      return {
        ko: `‘${command.separator}’에서 ${command.names.join('·')}(으)로 나눔`,
        en: `split at “${command.separator}” into ${command.names.join(' and ')}`,
      };
    case 'merge-dimensions':
      return { ko: '옵션명 두 개를 하나로 합침', en: 'two dimensions joined' };
    case 'move-dimension':
      return { ko: '옵션명 순서 바꿈', en: 'dimensions reordered' };
    case 'set-type':
      return { ko: '옵션 구성 바꿈', en: 'kind of options changed' };
    default:
      return { ko: '옵션 수정', en: 'options edited' };
  }
}
