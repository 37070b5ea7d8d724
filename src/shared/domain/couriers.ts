/** A courier as Naver's `deliveryCompany` names it. */
export interface CourierCode {
  readonly code: string;
  readonly name: string;
}

/**
 * The common domestic couriers. Naver knows well over a hundred more codes, so a code outside this
 * list is unusual and not wrong. Source: naver-commerce-api.md appendix B (2026-09).
 */
export const COURIER_CODES: readonly CourierCode[] = [
  { code: 'CJGLS', name: 'CJ대한통운' },
  { code: 'HYUNDAI', name: '롯데택배' },
  { code: 'HANJIN', name: '한진택배' },
  { code: 'KGB', name: '로젠택배' },
  { code: 'EPOST', name: '우체국택배' },
  { code: 'CVSNET', name: 'GS Postbox (편의점)' },
  { code: 'SLX', name: 'SLX택배' },
  { code: 'HPL', name: '한의사랑택배' },
  { code: 'KDEXP', name: '경동택배' },
  { code: 'DAESIN', name: '대신택배' },
  { code: 'CHUNIL', name: '천일택배' },
  { code: 'HDEXP', name: '합동택배' },
  { code: 'ILYANG', name: '일양로지스' },
  { code: 'CUPARCEL', name: 'CU 편의점택배' },
  { code: 'HOMEPICK', name: '홈픽택배' },
  { code: 'CH1', name: '기타택배' },
];

const KNOWN = new Map(COURIER_CODES.map((courier) => [courier.code, courier]));

/** The courier of `code`, or null when it is not among the common ones. */
export function findCourier(code: string): CourierCode | null {
  return KNOWN.get(code) ?? null;
}
