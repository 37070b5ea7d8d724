import type { CodeTexts } from './types';

export const domeggookTexts = {
  DOMEGGOOK_KEY_MISSING: {
    ko: {
      message: '도매꾹 API 키가 설정되어 있지 않습니다.',
      fix: '도매꾹 오픈API에서 발급한 키를 설정에 입력해 주세요.',
    },
    en: {
      message: 'No Domeggook API key is set.',
      fix: 'Enter the key issued by Domeggook OpenAPI in the settings.',
    },
  },
  DOMEGGOOK_KEY_INVALID: {
    ko: {
      message: '도매꾹이 API 키를 유효하지 않다고 답했습니다: “{says}”',
      fix: '도매꾹 API 키 관리 화면의 키와 설정의 키를 비교해 주세요. 작업은 보관되어 있습니다.',
    },
    en: {
      message: 'Domeggook says that the API key is not valid: “{says}”',
      fix: 'Compare the key in the settings with the one in Domeggook’s key management. Work is kept.',
    },
  },
  DOMEGGOOK_KEY_OR_IP_REFUSED: {
    ko: {
      message:
        '도매꾹이 요청을 거절했습니다(HTTP {status}). 키 또는 이 PC의 IP가 허용되지 않았을 수 있습니다.',
      fix: '도매꾹에서 키 상태와 IP 등록 여부를 확인해 주세요. 작업은 보관되어 있습니다.',
    },
    en: {
      message:
        'Domeggook refused the request (HTTP {status}): the key or the IP of this PC is not accepted.',
      fix: 'Check the key and any registered IP at Domeggook. Work is kept.',
    },
  },
  DOMEGGOOK_PERMISSION: {
    ko: {
      message: '이 도매꾹 키에는 {api} 사용 권한이 없습니다: “{says}”',
      fix: '도매꾹 오픈API에서 해당 API의 사용 권한을 신청해 주세요.',
    },
    en: {
      message: 'This Domeggook key has no permission for {api}: “{says}”',
      fix: 'Apply for the permission at Domeggook OpenAPI.',
    },
  },
  DOMEGGOOK_LIMITED: {
    ko: {
      message: '도매꾹이 호출이 너무 많다고 답했습니다(429). 약 {minutes}분 동안 호출을 멈춥니다.',
      fix: '따로 할 일은 없습니다. 같은 키를 쓰는 다른 프로그램이 있다면 호출을 줄여 주세요.',
    },
    en: {
      message:
        'Domeggook refused a call for being too many (429). Calls rest for about {minutes} minutes.',
      fix: 'Nothing to do. If another program uses the same key, let it call less.',
    },
  },
  DOMEGGOOK_UNKNOWN_SERVICE: {
    ko: {
      message: '도매꾹이 {api} 서비스를 모른다고 답했습니다(UNKNOWN_SERVICE).',
      fix: '설정의 도매꾹 주소가 /ssl/api/ 로 끝나는지 확인하고 앱을 최신 버전으로 올려 주세요.',
    },
    en: {
      message: 'Domeggook does not know the service {api} (UNKNOWN_SERVICE).',
      fix: 'Check that the Domeggook address ends in /ssl/api/, and update the app.',
    },
  },
  DOMEGGOOK_RETIRED: {
    ko: {
      message: '도매꾹이 {api} 서비스를 종료했습니다(410).',
      fix: '앱을 최신 버전으로 올려 주세요.',
    },
    en: { message: 'Domeggook has retired the service {api} (410).', fix: 'Update the app.' },
  },
  DOMEGGOOK_BAD_PARAMETER: {
    ko: {
      message: '도매꾹이 {api} 요청 값이 잘못되었다고 답했습니다(코드 10): “{says}”',
      fix: '검색 조건이나 상품번호를 확인해 주세요. 반복되면 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'Domeggook says that a value of the {api} request is wrong (code 10): “{says}”',
      fix: 'Check the search conditions or numbers. If it goes on, send the diagnostics file.',
    },
  },
  DOMEGGOOK_SEARCH_TOO_BROAD: {
    ko: {
      message: '도매꾹 검색에는 조건이 더 필요합니다.',
      fix: '검색어, 공급사, 또는 2단계 이상의 카테고리 중 하나를 지정해 주세요.',
    },
    en: {
      message: 'Domeggook wants a narrower search.',
      fix: 'Give a keyword, a supplier, or a category of the second level or deeper.',
    },
  },
  DOMEGGOOK_REFUSED: {
    ko: {
      message: '도매꾹이 {api} 요청을 거절했습니다(코드 {code}): “{says}”',
      fix: '도매꾹의 안내에 따라 확인해 주세요. 같은 요청은 다시 보내지 않습니다.',
    },
    en: {
      message: 'Domeggook refused the {api} request (code {code}): “{says}”',
      fix: 'Follow what Domeggook says. The same request is not sent again.',
    },
  },
  DOMEGGOOK_UNAVAILABLE: {
    ko: {
      message: '도매꾹 서버에 문제가 있습니다(HTTP {status}).',
      fix: '잠시 후 자동으로 다시 시도합니다. 작업은 보관되어 있습니다.',
    },
    en: {
      message: 'Domeggook’s server has a problem (HTTP {status}).',
      fix: 'It is tried again later. Work is kept.',
    },
  },
  DOMEGGOOK_WRONG_ADDRESS: {
    ko: {
      message: '설정된 도매꾹 주소가 API가 아닙니다(HTTP {status}).',
      fix: '설정의 주소를 https://domeggook.com/ssl/api/ 로 고쳐 주세요.',
    },
    en: {
      message: 'The Domeggook address in the settings is not the API (HTTP {status}).',
      fix: 'Set the address to https://domeggook.com/ssl/api/.',
    },
  },
  DOMEGGOOK_ANSWER_HTML: {
    ko: {
      message: '도매꾹이 데이터 대신 웹 페이지로 답했습니다(점검 또는 차단 화면일 수 있음).',
      fix: '브라우저에서 도매꾹이 열리는지, 설정의 주소가 맞는지 확인해 주세요. 상품 판단에는 쓰지 않았습니다.',
    },
    en: {
      message: 'Domeggook answered with a web page instead of data (maintenance or a block page).',
      fix: 'See whether Domeggook opens in a browser and the address is right. No item was judged by it.',
    },
  },
  DOMEGGOOK_ANSWER_BROKEN: {
    ko: {
      message: '도매꾹의 답이 중간에 끊겼거나 깨져 있습니다.',
      fix: '잠시 후 자동으로 다시 시도합니다. 상품 판단에는 쓰지 않았습니다.',
    },
    en: {
      message: 'Domeggook’s answer is cut short or damaged.',
      fix: 'It is tried again later. No item was judged by it.',
    },
  },
  DOMEGGOOK_ANSWER_UNEXPECTED: {
    ko: {
      message: '도매꾹 {api}의 답이 알려진 형식이 아닙니다: {problem}',
      fix: '앱을 최신 버전으로 올려 주세요. 반복되면 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'Domeggook’s answer to {api} is not in the known form: {problem}',
      fix: 'Update the app; if it goes on, send the diagnostics file.',
    },
  },
  DOMEGGOOK_ITEM_UNREADABLE: {
    ko: {
      message: '도매꾹 상품 {itemNo}의 정보를 읽을 수 없습니다: {problem}',
      fix: '도매꾹에서 상품을 확인해 주세요. 추측해서 등록하지 않습니다.',
    },
    en: {
      message: 'The data of Domeggook item {itemNo} cannot be read: {problem}',
      fix: 'Look at the item at Domeggook. Nothing is guessed or registered.',
    },
  },
  DOMEGGOOK_ITEM_REFUSED: {
    ko: {
      message: '도매꾹이 상품 {itemNo}의 정보를 주지 않았습니다(코드 {code}).',
      fix: '도매꾹에서 상품을 확인한 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'Domeggook gave no data for item {itemNo} (code {code}).',
      fix: 'Look at the item at Domeggook, then try again.',
    },
  },
} as const satisfies CodeTexts;
