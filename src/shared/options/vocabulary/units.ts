import { KIND } from './kinds';

/** Units behind a number (lower case) and the kinds of value they make. */
const measure = KIND.measure;
const count = KIND.count;
const UNIT_ROWS: readonly (readonly [kinds: number, units: string])[] = [
  [measure, 'mm cm m 미터 센치 센티 센티미터 밀리 인치 inch in 마 야드 yd ft 피트 자 치 "'],
  [
    KIND.capacity,
    'ml l 리터 cc g kg mg 그램 킬로 킬로그램 oz 온스 gb tb mb 기가 테라 mah 근 되 관 lb ℓ',
  ],
  [
    count,
    '개 매 장 p 팩 봉 병 알 포 박스 피스 미 입 개입 매입 장입 알입 포입 봉입 팩입 병입 p입 켤레 쌍 묶음 롤 캔 통 줄 정 환 송이 마리 자루 벌 회분 회 인분 판 갑 티백 스틱 pcs pc ea pack box 다스 타 조각 캡슐 컵 롤입 켤레입 권 본 개월분 일분 주분 타래 볼 족 망 포대 봉지 개들이 매들이 톨 뭉치 세트입 잔 상자 포기 손 모',
  ],
  [KIND.count | KIND.set, '세트 셋트 set 종 종세트 개세트 p세트 장세트 매세트 종류 종set pset'],
  [KIND.age, '세 살 개월 세용 개월용 학년'],
  [KIND.shade | KIND.sizeNumber, '호'],
  [KIND.step, '단계 단'],
  [KIND.voltage, 'v 볼트'],
  [KIND.power, 'w 와트 kw'],
  [KIND.colourTemperature, 'k 켈빈'],
  [KIND.port, '포트 port'],
  [KIND.holes, '구'],
  [KIND.terminal, '핀 pin'],
  [KIND.thickness | KIND.sizeNumber, 't'],
  [KIND.sizeWord, '인용 인 평 반'],
  [KIND.position, '열'],
  [KIND.form, '부 도 중 겹 칸 층 홀 톱 버튼 채널 롤형 ply 인치형'],
];

/** Kinds of a value that is a number and this unit. */
export const UNIT_KINDS: ReadonlyMap<string, number> = new Map(
  UNIT_ROWS.flatMap(([kinds, units]) => units.split(' ').map((unit) => [unit, kinds] as const)),
);
