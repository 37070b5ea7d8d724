import type { SweepReport } from '@core/sync/port';
import type {
  ChangeKind,
  ChangeState,
  ChangeValue,
  WatchChange,
  WatchStatus,
} from '@shared/domain/watch';
import type { Language } from '@shared/texts/types';
import Table from 'cli-table3';
import { BORDERLESS } from './register-table';

const kindsKo: Readonly<Record<ChangeKind, string>> = {
  'price-up': '도매가 인상',
  'price-down': '도매가 인하',
  'option-price': '옵션가 변경',
  'floor-raised': '최저가 인상',
  'floor-lowered': '최저가 인하',
  'delivery-fee': '배송 조건',
  stock: '재고 변동',
  'low-stock': '재고 부족',
  'sold-out': '품절',
  'option-gone': '옵션 삭제',
  'back-in-stock': '재입고',
  ended: '판매 종료',
  'licence-withdrawn': '이미지 불허',
  'licence-granted': '이미지 허용',
  'option-added': '옵션 추가',
  title: '상품명 변경',
};
const kindsEn: Readonly<Record<ChangeKind, string>> = {
  'price-up': 'price up',
  'price-down': 'price down',
  'option-price': 'option price',
  'floor-raised': 'floor raised',
  'floor-lowered': 'floor lowered',
  'delivery-fee': 'delivery',
  stock: 'stock moved',
  'low-stock': 'low stock',
  'sold-out': 'sold out',
  'option-gone': 'option gone',
  'back-in-stock': 'back in stock',
  ended: 'ended',
  'licence-withdrawn': 'no licence',
  'licence-granted': 'licence',
  'option-added': 'new option',
  title: 'renamed',
};
const statesKo: Readonly<Record<ChangeState, string>> = {
  pending: '반영 대기',
  'awaiting-approval': '승인 필요',
  applied: '반영함',
  told: '알림',
  ignored: '허용 범위',
  dismissed: '넘김',
  held: '비상 정지',
  'dry-run': '모의 실행',
  failed: '실패',
  superseded: '새 변경 있음',
};
const statesEn: Readonly<Record<ChangeState, string>> = {
  pending: 'to be written',
  'awaiting-approval': 'asks you',
  applied: 'applied',
  told: 'told',
  ignored: 'tolerated',
  dismissed: 'dismissed',
  held: 'held',
  'dry-run': 'dry run',
  failed: 'failed',
  superseded: 'replaced',
};

/** Where an item's sale can stand; a change of state has these as its values. */
const saleStates: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ko: {
    'on-sale': '판매 중',
    'period-over': '기간 종료',
    'sale-ended': '판매 종료',
    gone: '삭제됨',
    'off-market': '낱개 판매 끝',
    other: '판매 안 함',
  },
  en: {
    'on-sale': 'on sale',
    'period-over': 'period over',
    'sale-ended': 'sale ended',
    gone: 'deleted',
    'off-market': 'not singly',
    other: 'not on sale',
  },
};

/** What the terminal says while it watches. */
export const syncWords = {
  ko: {
    columns: ['상품번호', '변경', '전', '후', '처리', '상품'],
    kinds: kindsKo,
    states: statesKo,
    practice: '연습 모드: 이 컴퓨터의 연습 마켓을 감시합니다.',
    watching: '상품을 감시합니다. 끝내려면 Ctrl+C를 누르세요.',
    summary: (r: SweepReport) =>
      `상품 ${r.checked}개 확인(호출 ${r.calls}회): 바뀐 상품 ${r.changed}, 반영 ${r.applied}, 승인 필요 ${r.asked}, 알림 ${r.notified}, 실패 ${r.failed}`,
    progress: (s: WatchStatus) =>
      `상품 ${s.watched}개 · 승인 필요 ${s.openApprovals} · 쓰기 대기 ${s.pendingWrites} · 오늘 호출 ${s.budget.usedToday}/${s.budget.allowedToday}`,
  },
  en: {
    columns: ['Item', 'Change', 'Old', 'New', 'State', 'Product'],
    kinds: kindsEn,
    states: statesEn,
    practice: 'Practice mode: the practice market on this computer is watched.',
    watching: 'Watching. Ctrl+C ends the program.',
    summary: (r: SweepReport) =>
      `${r.checked} products checked (${r.calls} calls): ${r.changed} changed, ${r.applied} applied, ${r.asked} ask you, ${r.notified} told, ${r.failed} failed`,
    progress: (s: WatchStatus) =>
      `${s.watched} products · ${s.openApprovals} ask you · ${s.pendingWrites} to be written · calls today ${s.budget.usedToday}/${s.budget.allowedToday}`,
  },
} as const;

const COLUMN_WIDTHS = [11, 13, 11, 11, 14];
const GAP = 2;
const NAME_MIN_WIDTH = 12;

/** The changes as a table for a person, one row per change; wider screens show more of the name. */
export function renderSyncTable(
  changes: readonly WatchChange[],
  widthColumns: number,
  language: Language,
): string {
  const say = syncWords[language];
  const used = COLUMN_WIDTHS.reduce((sum, width) => sum + width + GAP, 0);
  const table = new Table({
    head: [...say.columns],
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'left', 'right', 'right', 'left', 'left'],
    colWidths: [...COLUMN_WIDTHS, Math.max(NAME_MIN_WIDTH, widthColumns - used - 1)],
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  for (const change of changes) {
    const name =
      change.option === null ? change.productName : `${change.productName} (${change.option.name})`;
    table.push([
      change.itemNo,
      say.kinds[change.kind],
      valueText(change.old, language),
      valueText(change.new, language),
      say.states[change.state],
      name,
    ]);
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A state in words; any other text, such as a fingerprint of a picture, as it is. */
function wordOf(value: string, language: Language): string {
  return saleStates[language][value] ?? value;
}

function valueText(value: ChangeValue, language: Language): string {
  if (value === null) return '-';
  if (typeof value === 'string') return wordOf(value, language);
  return value.toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US');
}
