import type { Delivery, ItemStatus, Quirk } from './model';
import type { OptionShape } from './option-shapes';

/** An item with fixed properties; the rest follows from its family. */
export interface SampleSpec {
  readonly family: string;
  readonly title: string;
  readonly options: OptionShape;
  readonly priceKrw: number;
  readonly country: string;
  readonly delivery?: Partial<Delivery>;
  readonly resaleMinimumKrw?: number;
  readonly status?: ItemStatus;
  readonly isDeleted?: boolean;
  readonly isWholesaleOnly?: boolean;
  readonly isUnlicensed?: boolean;
  readonly quirks?: readonly Quirk[];
  /** What the sample list says beside the number. */
  readonly note: string;
}

const FREE = { payer: '무료배송', fee: { kind: 'none' } } as const;

/**
 * The first items of every seed and the content of `resources/practice/sample-items.csv`: eighteen
 * that leave nothing to decide, then six that must not go out as they are.
 */
export const SAMPLES: readonly SampleSpec[] = [
  {
    family: 'tee',
    title: '[당일발송] 헤더루 코튼 여성 라운드 티셔츠',
    options: 'hidden-hyphen',
    priceKrw: 7900,
    country: '국산_서울특별시_중구',
    note: '봄 신상 후보',
  },
  {
    family: 'duvet',
    title: '알러지케어 순면 차렵이불',
    options: 'grid-priced',
    priceKrw: 32000,
    country: '국산_대구광역시_서구',
    delivery: FREE,
    note: '침구 기획전',
  },
  {
    family: 'pillow',
    title: '호텔식 경추 베개',
    options: 'none',
    priceKrw: 12900,
    country: '국산_경기도_양주시',
    resaleMinimumKrw: 15900,
    note: '재판매가 확인',
  },
  {
    family: 'tumbler',
    title: '손잡이 이중진공 스테인리스 텀블러',
    options: 'one',
    priceKrw: 9800,
    country: '국산_경기도_김포시',
    note: '',
  },
  {
    family: 'pan',
    title: '다이아 코팅 인덕션 프라이팬',
    options: 'one-priced',
    priceKrw: 15900,
    country: '국산_부산광역시_사상구',
    note: '주방 카테고리',
  },
  {
    family: 'board',
    title: '걸이형 항균 TPU 도마',
    options: 'dummy',
    priceKrw: 6900,
    country: '국산',
    quirks: ['single-child-object'],
    note: '',
  },
  {
    family: 'sponge',
    title: '기름때 망사 수세미',
    options: 'one',
    priceKrw: 2500,
    country: '국산_경상북도_경산시',
    note: '소모품',
  },
  {
    family: 'hanger',
    title: '어깨뿔방지 논슬립 옷걸이 10개입',
    options: 'one',
    priceKrw: 5900,
    country: '국산_경기도_포천시',
    note: '',
  },
  {
    family: 'cleaner',
    title: '긴손잡이 틈새 청소솔',
    options: 'none',
    priceKrw: 3900,
    country: '국산_인천광역시_서구',
    delivery: FREE,
    note: '',
  },
  {
    family: 'bag',
    title: '심플 무지 캔버스 에코백',
    options: 'one-numbered',
    priceKrw: 6900,
    country: '국산_서울특별시_종로구',
    note: '사은품 겸용',
  },
  {
    family: 'phone-case',
    title: '범퍼 투명 젤리 휴대폰케이스',
    options: 'hidden-underscore',
    priceKrw: 4900,
    country: '수입산_아시아_중국',
    note: '기종 확인',
  },
  {
    family: 'cable',
    title: '단선방지 패브릭 고속 충전케이블',
    options: 'hidden-slash',
    priceKrw: 3500,
    country: '수입산_아시아_중국',
    note: '',
  },
  {
    family: 'mousepad',
    title: '미끄럼방지 가죽 장패드 마우스패드',
    options: 'one',
    priceKrw: 4900,
    country: '국산_경기도_파주시',
    quirks: ['numbers-as-strings'],
    note: '',
  },
  {
    family: 'storage',
    title: '접이식 투명 리빙박스 대용량',
    options: 'one-priced',
    priceKrw: 8900,
    country: '국산_충청남도_천안시',
    note: '',
  },
  {
    family: 'rug',
    title: '워셔블 사계절 거실 러그',
    options: 'grid-sparse',
    priceKrw: 24900,
    country: '국산_경기도_고양시',
    delivery: FREE,
    note: '부피 큼',
  },
  {
    family: 'dog-wear',
    title: '소형견 방한 강아지 패딩 조끼',
    options: 'hidden-brackets',
    priceKrw: 8900,
    country: '국산_서울특별시_동대문구',
    note: '겨울 시즌',
  },
  {
    family: 'yoga',
    title: '층간소음 TPE 요가매트',
    options: 'one-soldout',
    priceKrw: 13900,
    country: '국산_경기도_화성시',
    note: '',
  },
  {
    family: 'notebook',
    title: '심플 하드커버 무지 노트',
    options: 'none',
    priceKrw: 2900,
    country: '국산_서울특별시_마포구',
    note: '',
  },
  {
    family: 'shirt',
    title: '모던빈 스탠다드 옥스포드 셔츠',
    options: 'grid',
    priceKrw: 14900,
    country: '국산',
    isDeleted: true,
    note: '작년 목록',
  },
  {
    family: 'camp-chair',
    title: '초경량 접이식 캠핑의자',
    options: 'one',
    priceKrw: 19900,
    country: '수입산_아시아_중국',
    status: '판매종료',
    note: '작년 목록',
  },
  {
    family: 'bolt',
    title: '스텐 육각 볼트/너트 도매',
    options: 'one',
    priceKrw: 1900,
    country: '국산',
    isWholesaleOnly: true,
    note: '공구',
  },
  {
    family: 'planter',
    title: '배수 받침포함 토분 화분',
    options: 'one',
    priceKrw: 5900,
    country: '국산_경기도_여주시',
    isUnlicensed: true,
    note: '원예',
  },
  {
    family: 'toy',
    title: '창의력 원목 블록 100P',
    options: 'one',
    priceKrw: 18900,
    country: '수입산_아시아_중국',
    note: '유아동',
  },
  {
    family: 'cat-toy',
    title: '깃털 낚싯대 고양이장난감',
    options: 'one',
    priceKrw: 3900,
    country: '상세정보별도표기',
    quirks: ['broken-select-opt'],
    note: '',
  },
];
