import type { CodeTexts } from './types';

/** What the law wants told of a product: notice, after-sales contact, origin, tax class, certificates. */
export const draftLawTexts = {
  DRAFT_NOTICE_CLASS_UNKNOWN: {
    ko: {
      message: '상품정보제공고시 유형을 알 수 없습니다. (공급사 분류: {text})',
      fix: '초안에서 고시 유형을 고르고 항목을 채우세요.',
    },
    en: {
      message: "The type of the legal product notice is not clear (supplier's class: {text}).",
      fix: 'Choose the type in the draft and fill in its fields.',
    },
  },
  DRAFT_NOTICE_CLASS_DOUBTFUL: {
    ko: {
      message:
        '공급사는 고시를 ‘기타 재화’로 적었지만 카테고리로는 ‘{likely:noticeType}’로 보입니다.',
      fix: '고시 유형이 맞는지 확인하세요.',
    },
    en: {
      message:
        'The supplier filed the notice under other goods, but the category suggests “{likely:noticeType}”.',
      fix: 'Check the type of the notice.',
    },
  },
  DRAFT_NOTICE_PLACEHOLDERS: {
    ko: {
      message: '고시 항목을 ‘상품상세참조’로 채웠습니다: {fields}',
      fix: '상세설명에 실제로 나와 있는지 확인하고, 아는 값은 직접 입력하세요.',
    },
    en: {
      message: 'These notice fields refer to the product page: {fields}',
      fix: 'Check that the page really says it, and enter what you know.',
    },
  },
  DRAFT_NOTICE_MISSING: {
    ko: { message: '상품정보제공고시가 없습니다.', fix: '고시 유형을 고르고 항목을 채우세요.' },
    en: {
      message: 'The legal product notice is missing.',
      fix: 'Choose its type and fill in its fields.',
    },
  },
  DRAFT_NOTICE_INCOMPLETE: {
    ko: {
      message: '고시 필수 항목이 비어 있습니다: {fields}',
      fix: '공급사에 확인하거나 제품 표시를 보고 입력하세요.',
    },
    en: {
      message: 'Required notice fields are empty: {fields}',
      fix: 'Ask the supplier or read them from the label, and enter them.',
    },
  },
  DRAFT_SAFE_CRITERION_OPEN: {
    ko: {
      message:
        '안전기준 대상 생활화학제품 카테고리인데 고시 유형이 {type}이라 신고번호를 적을 곳이 없습니다.',
      fix: '고시 유형을 생활화학제품으로 바꿔 신고번호를 입력하거나, 대상이 아님을 확인하고 고시를 저장하세요.',
    },
    en: {
      message:
        'The category is for household chemicals under safety standards, but a notice of type {type} has no place for the confirmation number.',
      fix: 'Change the notice to household chemicals and enter the number, or make sure that the item is not subject and save the notice.',
    },
  },
  DRAFT_NOTICE_TYPE_UNKNOWN: {
    ko: {
      message: '고시 유형 {type}은 네이버 목록에 없습니다.',
      fix: '고시 유형을 다시 고르세요.',
    },
    en: { message: 'Naver has no notice type {type}.', fix: 'Choose the type again.' },
  },
  DRAFT_NOTICE_TOO_LONG: {
    ko: { message: '고시 항목 ‘{label}’이 {maxLength}자를 넘습니다.', fix: '내용을 줄이세요.' },
    en: {
      message: 'The notice field ‘{label}’ is longer than {maxLength} characters.',
      fix: 'Shorten it.',
    },
  },
  DRAFT_AS_PHONE_MISSING: {
    ko: {
      message: 'A/S 전화번호가 없습니다.',
      fix: '설정의 스토어 항목에 전화번호를 입력하세요. 모든 상품에 쓰입니다.',
    },
    en: {
      message: 'There is no after-service telephone number.',
      fix: 'Enter it in the store settings; all products use it.',
    },
  },
  DRAFT_AS_PHONE_ODD: {
    ko: {
      message: 'A/S 전화번호 ‘{phone}’가 전화번호로 보이지 않습니다.',
      fix: '숫자와 하이픈으로 된 번호를 입력하세요.',
    },
    en: {
      message: 'The after-service number ‘{phone}’ does not look like a telephone number.',
      fix: 'Enter digits and hyphens.',
    },
  },
  DRAFT_AS_GUIDE_MISSING: {
    ko: {
      message: 'A/S 안내 문구가 없습니다.',
      fix: '설정의 스토어 항목에 안내 문구를 입력하세요.',
    },
    en: { message: 'There is no after-service text.', fix: 'Enter it in the store settings.' },
  },
  DRAFT_ORIGIN_MISSING: {
    ko: {
      message: '원산지를 정하지 못했습니다.',
      fix: '공급사에 확인하고 원산지를 고르세요. 추측해서 넣지 않습니다.',
    },
    en: {
      message: 'The origin is not decided.',
      fix: 'Ask the supplier and choose it. It is never guessed.',
    },
  },
  DRAFT_ORIGIN_UNCLEAR: {
    ko: {
      message: '공급사의 원산지 표기로는 알 수 없습니다. (표기: {text})',
      fix: '공급사에 확인하고 원산지를 고르세요.',
    },
    en: {
      message: "The supplier's origin does not say where it is from ({text}).",
      fix: 'Ask the supplier and choose the origin.',
    },
  },
  DRAFT_ORIGIN_CONFLICT: {
    ko: {
      message: '원산지 표기가 서로 다릅니다. (상품 정보: {field}, 고시: {notice})',
      fix: '공급사에 확인하고 맞는 원산지를 고르세요.',
    },
    en: {
      message: 'The supplier names two origins (item: {field}, notice: {notice}).',
      fix: 'Ask the supplier and choose the right one.',
    },
  },
  DRAFT_ORIGIN_UNKNOWN_AREA: {
    ko: {
      message: '‘{text}’에 맞는 네이버 원산지 코드를 찾지 못했습니다.',
      fix: '원산지 목록에서 고르세요.',
    },
    en: {
      message: "Naver's list has no origin for ‘{text}’.",
      fix: 'Choose from the list of origins.',
    },
  },
  DRAFT_IMPORTER_MISSING: {
    ko: {
      message: '수입 상품인데 수입사가 없습니다.',
      fix: '설정에 수입사를 입력하거나 초안에서 이 상품의 수입사를 적으세요.',
    },
    en: {
      message: 'The item is imported and no importer is named.',
      fix: 'Enter the importer in the settings, or in this draft.',
    },
  },
  DRAFT_ORIGIN_TEXT_MISSING: {
    ko: {
      message: '원산지 직접 입력을 골랐지만 내용이 없습니다.',
      fix: '원산지 내용을 입력하세요.',
    },
    en: {
      message: 'Origin in free text is chosen, but the text is empty.',
      fix: 'Enter the origin.',
    },
  },
  DRAFT_TAX_UNCLEAR: {
    ko: {
      message: '과세 여부를 알 수 없습니다. (공급사 표기: {tax})',
      fix: '공급사에 확인하고 과세 구분을 고르세요.',
    },
    en: {
      message: 'The tax class is not clear (supplier: {tax}).',
      fix: 'Ask the supplier and choose the tax class.',
    },
  },
  DRAFT_CERTIFICATION_OPEN: {
    ko: {
      message:
        '이 카테고리는 인증 여부를 정해야 합니다: {kinds:certification} (공급사 표기: {stated})',
      fix: '인증번호를 입력하거나, 대상이 아님을 확인하고 기록하세요. 프로그램이 대신 정하지 않습니다.',
    },
    en: {
      message:
        'This category needs a decision about certificates: {kinds:certification} (supplier states: {stated})',
      fix: 'Enter the certificate, or record your statement that the product is not subject. The program never decides this.',
    },
  },
  DRAFT_CERTIFICATION_ENTRY: {
    ko: {
      message: '인증 정보 ‘{name}’에 빠지거나 맞지 않는 항목이 있습니다: {problem}',
      fix: '인증 종류를 다시 고르고 번호와 상호를 확인하세요.',
    },
    en: {
      message: 'The certificate ‘{name}’ lacks something or does not fit: {problem}',
      fix: 'Choose its kind again and check number and company.',
    },
  },
  DRAFT_CERTIFICATIONS_TOO_MANY: {
    ko: { message: '인증 정보는 {max}개까지 등록할 수 있습니다.', fix: '인증 정보를 줄이세요.' },
    en: { message: 'At most {max} certificates can be registered.', fix: 'Remove some.' },
  },
} as const satisfies CodeTexts;
