/** An invented wholesaler. */
export interface Supplier {
  readonly id: string;
  readonly nick: string | null;
  readonly type: '일반과세자' | '간이과세자' | '개인판매자' | '면세사업자';
  readonly rank: number;
  readonly isGood: boolean;
  readonly isGlobal: boolean;
  readonly companyName: string | null;
  readonly vacation: {
    readonly startDate: string;
    readonly endDate: string;
    readonly days: number;
  } | null;
}

type Row = readonly [id: string, nick: string, company: string, type: Supplier['type']];

const ROWS: readonly Row[] = [
  ['haneulmart', '하늘상회', '하늘상회', '일반과세자'],
  ['dodam7', '도담유통', '도담유통', '일반과세자'],
  ['greenbox', '그린박스', '그린박스코리아', '일반과세자'],
  ['saebyeok', '새벽창고', '새벽물산', '일반과세자'],
  ['byeolbit', '별빛소품', '별빛무역', '일반과세자'],
  ['naraon', '나라온', '나라온', '간이과세자'],
  ['moamoa', '모아모아', '모아모아상사', '일반과세자'],
  ['dalkong', '', '달콩', '간이과세자'],
  ['hanbit88', '한빛도매', '한빛도매', '일반과세자'],
  ['olddoor', '오래된문', '', '개인판매자'],
  ['bomnal', '봄날리빙', '봄날리빙', '일반과세자'],
  ['ssukssuk', '쑥쑥키즈', '쑥쑥', '일반과세자'],
  ['petnara', '펫나라', '펫나라', '일반과세자'],
  ['gonggu1', '공구일번지', '일번지산업', '일반과세자'],
  ['farmgil', '농부의길', '농부의길영농조합', '면세사업자'],
  ['globalway', '글로벌웨이', '글로벌웨이', '일반과세자'],
];

/** All suppliers, in a fixed order. */
export function buildSuppliers(): readonly Supplier[] {
  return ROWS.map(([id, nick, company, type], index) => ({
    id,
    nick: nick === '' ? null : nick,
    type,
    rank: 1 + (index % 9),
    isGood: index % 3 !== 2,
    isGlobal: id === 'globalway',
    companyName: company === '' ? null : company,
    vacation: id === 'dalkong' ? { startDate: '2026-12-20', endDate: '2026-12-27', days: 8 } : null,
  }));
}
