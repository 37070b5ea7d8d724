/**
 * Other wordings of a notice field's label in suppliers' notices. The field's own Korean label is
 * always tried first; these cover what differs from it.
 */
export const LABEL_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  itemName: ['품명', '품목', '제품명', '상품명'],
  productName: ['제품명', '품목 및 제품명', '상품명', '품명'],
  foodItem: ['품목 또는 명칭', '품명', '제품명', '식품의 명칭'],
  modelName: ['모델명', '모델'],
  certificationType: [
    'KC 인증정보',
    'KC 인증 필 유무',
    '인증허가 사항',
    '안전인증',
    '법에 의한 인증',
    '전기용품 안전인증',
  ],
  certificateDetails: [
    '법에 의한 인증 허가 등을 받았음을 확인할 수 있는 경우 그에 대한 사항',
    '인증 허가',
  ],
  material: ['소재', '재질', '제품 소재', '주요 소재', '제품의 주 소재', '재료'],
  color: ['색상', '컬러'],
  size: ['크기', '치수', '사이즈', '발길이', '크기 형태', '규격'],
  weight: ['중량', '무게', '용량', '포장단위별 용량', '내용량'],
  capacity: ['용량', '내용물의 용량 또는 중량', '중량'],
  manufacturer: [
    '제조자',
    '제조사',
    '제조업자',
    '제조원',
    '제조자 수입자',
    '수입품의 경우 수입자를 함께 표기',
  ],
  producer: ['제조국', '원산지', '제조국 또는 원산지', '생산자', '제조업소', '제작자'],
  importer: ['수입자', '수입원', '수입사'],
  distributor: ['책임판매업자', '제조판매업자', '판매업자'],
  caution: [
    '취급시 주의사항',
    '세탁방법 및 취급시 주의사항',
    '주의사항',
    '사용시 주의사항',
    '안전표시',
  ],
  warrantyPolicy: ['품질보증기준', '품질보증', '보증기간'],
  afterServiceDirector: ['A/S 책임자와 전화번호', 'AS 책임자', 'A/S 책임자'],
  customerServicePhoneNumber: ['소비자상담 관련 전화번호', '소비자상담실 전화번호', '고객센터'],
  releaseDate: ['동일모델의 출시년월', '출시년월', '출시일'],
  packDate: ['제조연월', '제조년월', '제조연월일', '제조일자'],
  expirationDate: ['유통기한', '사용기한', '사용기한 또는 개봉 후 사용기간'],
  consumptionDate: ['소비기한', '유통기한', '품질유지기한', '유통기한 또는 품질유지기한'],
  components: ['구성품', '제품구성', '제품 구성', '구성'],
  component: ['구성품', '제품구성', '구성'],
  productComposition: ['상품구성', '구성'],
  recommendedAge: ['사용연령', '권장 사용연령', '대상연령'],
  ratedVoltage: ['정격전압', '정격전압 소비전력'],
  powerConsumption: ['소비전력', '정격전압 소비전력'],
  specification: ['주요 사양', '제품 주요 사양', '사양', '기능 정보'],
  detailContent: ['상품별 세부 사양', '세부 사양', '주요 사양'],
  type: ['종류', '유형'],
  usage: ['사용방법', '사용법'],
  mainIngredient: ['주요성분', '모든 성분', '성분', '전성분'],
  ingredients: ['원재료명', '원재료명 및 함량', '원료명 및 함량'],
  keep: ['보관방법', '취급방법', '보관방법 또는 취급방법'],
  storageMethod: ['보관방법'],
  location: ['소재지', '생산자 소재지'],
  foodType: ['식품의 유형', '식품유형'],
  installedCharge: ['배송 설치비용', '설치비용', '추가설치비용'],
  additionalCost: ['추가설치비용', '설치비용', '배송 설치비용'],
  applyModel: ['적용차종'],
  effect: ['효능 효과', '효능'],
  dosageForm: ['용도 및 제형', '용도', '제형'],
  chemicals: ['화학물질 명칭', '성분'],
  safeCriterionNo: ['신고번호', '승인번호', '안전기준적합확인신고번호', '자가검사번호'],
  importDeclaration: ['수입신고', '수입식품 신고'],
  importDeclarationCheck: ['수입식품 신고', '수입신고'],
  geneticallyModified: ['유전자변형', '유전자재조합'],
};

/**
 * Required fields for which "see the product page" is not enough: numbers that the law wants on the
 * label itself, and statements only the supplier can make. Left open and asked for.
 */
export const FIELDS_WITHOUT_REFERENCE: ReadonlySet<string> = new Set([
  'safeCriterionNo',
  'approvalNumber',
  'geneticallyModified',
  'licenceNo',
]);

/** Fields that only concern some goods of their type: without these words a reference is enough. */
export const FIELDS_FOR_SOME_GOODS: Readonly<Record<string, RegExp>> = {
  // Inspection certificates exist for fuel additives and catalysts only (Clean Air Conservation Act).
  roadWorthyCertification: /첨가제|촉매|요소수/,
};

/** What the consumer dispute regulation says anyway; used where a supplier gives no standard. */
export const STATUTORY_WARRANTY = '관련 법 및 소비자분쟁해결기준에 따름';

/** The wording for "see the product page" that notices use. */
export const SEE_DETAIL_PAGE = '상품상세참조';
