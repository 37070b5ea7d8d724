/** Domestic courier codes that Naver takes (naver-commerce-api.md appendix B, 2026-09). */
export const COURIERS: readonly { readonly code: string; readonly name: string }[] = [
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

export function isKnownCourier(code: string): boolean {
  return COURIERS.some((courier) => courier.code === code);
}
