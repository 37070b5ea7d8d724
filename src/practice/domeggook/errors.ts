/** `errors` body of domeggook-openapi.md 1.5. */
export interface DomeError {
  readonly httpStatus: number;
  readonly code: string | number;
  readonly message: string;
  readonly dcode: string;
  readonly dmessage: string;
}

/** An unknown `mode` or version. */
export const UNKNOWN_SERVICE: DomeError = {
  httpStatus: 404,
  code: 404,
  message: '존재하지 않는 서비스입니다.',
  dcode: 'UNKNOWN_SERVICE',
  dmessage: 'ver와 mode를 확인해 주세요.',
};

/** A version that is no longer served. */
export const RETIRED_SERVICE: DomeError = {
  httpStatus: 410,
  code: 410,
  message: '종료된 서비스입니다.',
  dcode: 'RETIRED_SERVICE',
  dmessage: '새 버전을 사용해 주세요.',
};

/** The real dcode of a wrong key is not known; this one is made up. */
export const INVALID_KEY: DomeError = {
  httpStatus: 200,
  code: '10',
  message: '유효하지 않은 API Key 입니다.',
  dcode: 'INVALID_AID',
  dmessage: 'aid를 확인해 주세요.',
};

/** A list without any condition (domeggook-openapi.md 2.1). */
export const NO_SEARCH_OPT: DomeError = {
  httpStatus: 200,
  code: '10',
  message: '검색조건이 없습니다.',
  dcode: 'NO_SEARCH_OPT',
  dmessage: 'ev, ca, id, kw, itemNo 중 하나를 입력해 주세요.',
};

/** An item that does not exist or was deleted. */
export const ITEM_ERROR: DomeError = {
  httpStatus: 200,
  code: '40',
  message: '존재하지 않는 상품입니다.',
  dcode: 'ITEM_ERROR',
  dmessage: '삭제되었거나 없는 상품번호입니다.',
};

/** The market's answer to a value it cannot use; `dmessage` says which. */
export function badParameter(dmessage: string): DomeError {
  return {
    httpStatus: 200,
    code: 10,
    message: '잘못된 파라미터입니다.',
    dcode: 'PARAM_ERROR',
    dmessage,
  };
}
