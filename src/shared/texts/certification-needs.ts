/** Kinds of certificate a category asks about, as a seller reads them. */
export const certificationNeedsKo = {
  KC: 'KC 인증',
  CHILD: '어린이제품 인증',
  GREEN: '친환경 인증',
} as const;

export const certificationNeedsEn = {
  KC: 'KC',
  CHILD: "Children's product",
  GREEN: 'Green',
} as const;
