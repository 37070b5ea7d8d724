/**
 * For whom or what a category is. A leaf for children, animals or one sex fits only an item that says
 * so itself; without that word the supplier's goods are as likely for somebody else.
 */
export const AUDIENCES: readonly {
  readonly words: readonly string[];
  readonly isNarrow: boolean;
}[] = [
  {
    words: [
      '유아',
      '아동',
      '유아동',
      '키즈',
      '베이비',
      '아기',
      '어린이',
      '출산',
      '육아',
      '신생아',
      '초등',
      '주니어',
    ],
    isNarrow: true,
  },
  { words: ['임부', '임산부', '수유'], isNarrow: true },
  {
    words: ['반려', '애완', '펫용품', '강아지', '애견', '고양이', '애묘', '캣타워', '캣닢'],
    isNarrow: true,
  },
  { words: ['강아지', '애견', '댕댕이'], isNarrow: false },
  { words: ['고양이', '애묘', '캣타워', '캣닢'], isNarrow: false },
  { words: ['자동차', '차량', '카용품', '오토바이'], isNarrow: true },
  { words: ['여성', '여자', '우먼', '레이디', '숙녀', '여학생'], isNarrow: false },
  { words: ['남성', '남자', '맨즈', '신사', '남학생'], isNarrow: false },
];

/** Words of a leaf that is for everybody; it wins over its one-sex neighbours when nothing is said. */
export const SHARED_AUDIENCE: readonly string[] = ['남녀공용', '공용', '유니섹스'];
