const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Letter sizes of clothes and bedding (KS K 0050/0051 letters, bed sizes of Korean makers). */
export const SIZE_LETTERS = list(`
xxs xs s m l xl xxl xxxl xxxxl 2xs 3xs 2xl 3xl 4xl 5xl 6xl 7xl ss q k d lk sk qk kk dd mm ll free f fs os
`);

/** Free-size words, also without blanks. */
export const FREE_SIZES = list(`free f 프리 프리사이즈 onesize 원사이즈 freesize`);

/** Sizes in words: clothes, bedding, bags, boxes. */
export const SIZE_WORDS = list(`
소 중 대 특대 특소 왕 왕대 중소 중대 소형 중형 대형 특대형 초대형 초소형 준중형 미니 스몰 미디움 미디엄 라지 엑스라지 점보 빅 빅사이즈 킹 퀸
싱글 더블 슈퍼싱글 수퍼싱글 라지킹 슈퍼킹 수퍼킹 킹사이즈 퀸사이즈 패밀리 트윈 프리 프리사이즈 원사이즈 onesize freesize small medium large
xlarge king queen single double supersingle mini 소사이즈 중사이즈 대사이즈 소(s) 중(m) 대(l) 44반 55반 66반 77반 88반
1인용 2인용 3인용 4인용 5인용 6인용 8인용 10인용 미듐 라아지 하프 풀사이즈 와이드형 기본사이즈 퀸킹 싱글더블
`);

/** Sleeve, leg and hem lengths in words. */
export const LENGTH_WORDS = list(
  `숏 롱 미디 맥시 숏기장 롱기장 기본기장 짧은기장 긴기장 숏버전 롱버전 short long regular 레귤러`,
);
