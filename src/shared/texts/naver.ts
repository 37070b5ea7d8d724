import type { CodeTexts } from './types';

export const naverTexts = {
  NAVER_KEYS_MISSING: {
    ko: {
      message: '네이버 애플리케이션 ID 또는 시크릿이 설정되어 있지 않습니다.',
      fix: '커머스API센터의 애플리케이션 ID와 시크릿을 설정에 입력해 주세요.',
    },
    en: {
      message: 'No Naver application ID or secret is set.',
      fix: 'Enter the application ID and secret from the Commerce API Center in the settings.',
    },
  },
  NAVER_SECRET_MALFORMED: {
    ko: {
      message: '네이버 애플리케이션 시크릿의 형식이 올바르지 않습니다($2a$로 시작하는 29자).',
      fix: '커머스API센터에서 시크릿을 다시 복사해 주세요. 명령줄이나 .env에서는 $가 사라지지 않도록 작은따옴표로 감싸 주세요.',
    },
    en: {
      message:
        'The Naver application secret is not well-formed (29 characters starting with $2a$).',
      fix: 'Copy the secret again from the Commerce API Center. On a command line or in .env use single quotes, so that the $ parts survive.',
    },
  },
  NAVER_CLIENT_UNKNOWN: {
    ko: {
      message: '네이버가 애플리케이션 ID를 모른다고 답했습니다: “{says}”',
      fix: '커머스API센터의 애플리케이션 ID와 설정을 비교해 주세요. 애플리케이션이 재인증 대기 또는 휴면 상태인지도 확인해 주세요.',
    },
    en: {
      message: 'Naver does not know the application ID: “{says}”',
      fix: 'Compare the ID with the Commerce API Center, and see whether the application is dormant or waits for re-authentication.',
    },
  },
  NAVER_SECRET_WRONG: {
    ko: {
      message: '네이버가 시크릿 서명을 받아들이지 않았습니다: “{says}”',
      fix: '커머스API센터에서 시크릿을 재발급했다면 새 시크릿을 설정에 입력해 주세요. 이전 시크릿은 즉시 무효가 됩니다.',
    },
    en: {
      message: 'Naver did not accept the signature made with the secret: “{says}”',
      fix: 'If the secret was re-issued in the Commerce API Center, enter the new one; the old one is dead at once.',
    },
  },
  NAVER_TIMESTAMP_REFUSED: {
    ko: {
      message: '네이버가 요청 시각을 받아들이지 않았습니다: “{says}”',
      fix: '이 PC의 날짜, 시간, 시간대를 인터넷 시간과 동기화해 주세요.',
    },
    en: {
      message: 'Naver did not accept the time of the request: “{says}”',
      fix: 'Synchronise date, time and time zone of this PC with internet time.',
    },
  },
  NAVER_CLOCK_AHEAD: {
    ko: {
      message:
        '이 PC의 시계가 네이버보다 약 {minutes}분({seconds}초) 빨라서 인증이 거절되었습니다.',
      fix: 'Windows 설정 → 시간 및 언어 → 날짜 및 시간에서 "지금 동기화"를 눌러 주세요. 작업은 보관되어 있습니다.',
    },
    en: {
      message:
        'The clock of this PC is about {minutes} min ({seconds} s) ahead of Naver’s, so the login was refused.',
      fix: 'Synchronise the clock (Windows: Settings, Time & language, Date & time, "Sync now"). Work is kept.',
    },
  },
  NAVER_CLOCK_BEHIND: {
    ko: {
      message:
        '이 PC의 시계가 네이버보다 약 {minutes}분({seconds}초) 느려서 인증이 거절되었습니다.',
      fix: 'Windows 설정 → 시간 및 언어 → 날짜 및 시간에서 "지금 동기화"를 눌러 주세요. 작업은 보관되어 있습니다.',
    },
    en: {
      message:
        'The clock of this PC is about {minutes} min ({seconds} s) behind Naver’s, so the login was refused.',
      fix: 'Synchronise the clock (Windows: Settings, Time & language, Date & time, "Sync now"). Work is kept.',
    },
  },
  NAVER_TOKEN_REFUSED: {
    ko: {
      message: '네이버가 인증 토큰 발급을 거절했습니다: “{says}”',
      fix: '커머스API센터에서 애플리케이션 상태, ID, 시크릿을 확인해 주세요. 1분에 한 번만 다시 시도합니다.',
    },
    en: {
      message: 'Naver refused to issue a token: “{says}”',
      fix: 'Check the application’s state, ID and secret in the Commerce API Center. It is tried again at most once a minute.',
    },
  },
  NAVER_NOT_AUTHORISED: {
    ko: {
      message: '네이버가 새 토큰으로도 {api} 호출을 허용하지 않았습니다(GW.AUTHN).',
      fix: '커머스API센터에서 애플리케이션의 API 그룹에 "상품"과 "판매자정보"가 포함되어 있는지, 인증이 만료되지 않았는지 확인해 주세요. 추적 번호: {traceId}',
    },
    en: {
      message: 'Naver did not allow {api}, even with a new token (GW.AUTHN).',
      fix: 'Check in the Commerce API Center that the application has the API groups "product" and "seller information" and that its authentication has not lapsed. Trace ID: {traceId}',
    },
  },
  NAVER_IP_NOT_ALLOWED: {
    ko: {
      message: '이 PC의 인터넷 IP가 네이버 애플리케이션의 허용 목록에 없습니다(GW.IP_NOT_ALLOWED).',
      fix: '커머스API센터 → 애플리케이션 → API 호출 IP에 현재 IP를 등록해 주세요(최대 3개). 유동 IP라면 고정 IP가 필요합니다. 작업은 보관되어 있습니다.',
    },
    en: {
      message:
        'The internet IP of this PC is not on the allow-list of the Naver application (GW.IP_NOT_ALLOWED).',
      fix: 'Register the present IP in the Commerce API Center (at most 3). A changing IP needs to be made fixed. Work is kept.',
    },
  },
  NAVER_FORBIDDEN: {
    ko: {
      message: '네이버가 {api} 호출을 금지했습니다(HTTP {status}): “{says}”',
      fix: '스마트스토어 권한과 커머스API센터의 애플리케이션 상태를 확인해 주세요. 추적 번호: {traceId}',
    },
    en: {
      message: 'Naver forbids {api} (HTTP {status}): “{says}”',
      fix: 'Check the store’s rights and the application in the Commerce API Center. Trace ID: {traceId}',
    },
  },
  NAVER_RATE_LIMITED: {
    ko: {
      message: '네이버가 {api} 호출이 너무 많다고 답했습니다. 거절된 호출은 처리되지 않았습니다.',
      fix: '잠시 후 자동으로 다시 시도합니다. 같은 애플리케이션을 쓰는 다른 프로그램이 있다면 멈춰 주세요.',
    },
    en: {
      message: 'Naver says that {api} is called too often. The refused call was not processed.',
      fix: 'It is tried again later. If another program uses the same application, stop it.',
    },
  },
  NAVER_QUOTA_PENALTY: {
    ko: {
      message:
        '네이버가 이 애플리케이션을 시간당 1회 호출로 제한했습니다(GW.QUOTA_LIMIT). 전날 잘못된 형식의 토큰 요청이 한 번이라도 있었을 때 걸리는 제한입니다.',
      fix: '같은 애플리케이션 ID를 쓰는 다른 프로그램이나 예전 스크립트의 토큰 요청(본문 form, type=SELF, account_id 없음)을 고치거나 멈춰 주세요. 빠르면 다음 날 아침, 늦어도 2주 안에 자동으로 풀립니다. 그때까지 작업은 보관됩니다.',
    },
    en: {
      message:
        'Naver has limited this application to one call per hour (GW.QUOTA_LIMIT). It does so after a day with even one token request in a wrong form.',
      fix: 'Correct or stop every other program or old script that uses this application ID (form body, type=SELF, no account_id). The limit ends by itself, next morning at the earliest, within two weeks at the latest. Work is kept.',
    },
  },
  NAVER_UPLOAD_BUSY: {
    ko: {
      message: '이 스토어의 다른 이미지 업로드가 진행 중입니다.',
      fix: '스마트스토어센터나 다른 프로그램에서 이미지를 올리고 있다면 끝난 뒤 자동으로 이어집니다.',
    },
    en: {
      message: 'Another picture upload of this store is running.',
      fix: 'If pictures are being uploaded in the seller center or another program, work goes on when that is done.',
    },
  },
  NAVER_UPLOAD_TOO_LARGE: {
    ko: {
      message: '한 번에 올릴 수 있는 이미지는 1~10개, 합계 10MB 미만입니다({files}개, {sizeMb}MB).',
      fix: '이미지를 나누어 올려 주세요.',
    },
    en: {
      message:
        'One upload takes 1 to 10 pictures of less than 10 MB together ({files} pictures, {sizeMb} MB).',
      fix: 'Upload the pictures in parts.',
    },
  },
  NAVER_UPLOAD_INCOMPLETE: {
    ko: {
      message: '네이버가 이미지 {sent}개 중 {received}개의 주소만 돌려주었습니다.',
      fix: '잠시 후 다시 시도해 주세요. 반복되면 이미지를 확인해 주세요.',
    },
    en: {
      message: 'Naver returned {received} addresses for {sent} pictures.',
      fix: 'Try again; if it goes on, check the pictures.',
    },
  },
  NAVER_UNAVAILABLE: {
    ko: {
      message: '네이버 커머스API에 일시적인 문제가 있습니다(HTTP {status}).',
      fix: '잠시 후 자동으로 다시 시도합니다. 등록 요청이었다면 먼저 결과를 조회합니다. 추적 번호: {traceId}',
    },
    en: {
      message: 'Naver’s Commerce API has a passing problem (HTTP {status}).',
      fix: 'It is tried again later; a registration is looked up first. Trace ID: {traceId}',
    },
  },
  NAVER_MAINTENANCE: {
    ko: {
      message: '네이버 커머스API가 점검 중입니다.',
      fix: '점검이 끝나면 자동으로 이어집니다. 작업은 보관되어 있습니다.',
    },
    en: {
      message: 'Naver’s Commerce API is under maintenance.',
      fix: 'Work is kept and goes on when it is over.',
    },
  },
  NAVER_WRONG_ADDRESS: {
    ko: {
      message: '설정된 네이버 주소에 {api}가 없습니다(HTTP {status}).',
      fix: '설정의 주소를 https://api.commerce.naver.com/external 로 고치거나 앱을 최신 버전으로 올려 주세요.',
    },
    en: {
      message: 'There is no {api} at the Naver address of the settings (HTTP {status}).',
      fix: 'Set the address to https://api.commerce.naver.com/external, or update the app.',
    },
  },
  NAVER_NOT_FOUND: {
    ko: {
      message: '네이버에 요청한 대상이 없습니다: “{says}”',
      fix: '스마트스토어센터에서 삭제되었는지 확인해 주세요.',
    },
    en: {
      message: 'Naver has no such thing: “{says}”',
      fix: 'See in the seller center whether it was deleted.',
    },
  },
  NAVER_REFUSED: {
    ko: {
      message: '네이버가 {api} 요청을 거절했습니다(HTTP {status}): “{says}”',
      fix: '네이버의 안내에 따라 고친 뒤 다시 시도해 주세요. 같은 요청은 다시 보내지 않습니다. 추적 번호: {traceId}',
    },
    en: {
      message: 'Naver refused {api} (HTTP {status}): “{says}”',
      fix: 'Correct what it names and try again; the same request is not sent twice. Trace ID: {traceId}',
    },
  },
  NAVER_ANSWER_HTML: {
    ko: {
      message: '네이버가 데이터 대신 웹 페이지로 답했습니다(HTTP {status}).',
      fix: '회사 방화벽, 프록시, 공용 와이파이 로그인 화면 또는 점검 화면일 수 있습니다. 브라우저에서 인터넷 연결과 설정의 주소를 확인해 주세요.',
    },
    en: {
      message: 'Naver answered with a web page instead of data (HTTP {status}).',
      fix: 'It may be a firewall, proxy, Wi-Fi login or maintenance page. Check the connection in a browser and the address in the settings.',
    },
  },
  NAVER_ANSWER_BROKEN: {
    ko: {
      message: '네이버의 답이 중간에 끊겼거나 깨져 있습니다(HTTP {status}).',
      fix: '잠시 후 자동으로 다시 시도합니다. 등록 요청이었다면 먼저 결과를 조회합니다.',
    },
    en: {
      message: 'Naver’s answer is cut short or damaged (HTTP {status}).',
      fix: 'It is tried again later; a registration is looked up first.',
    },
  },
  NAVER_ANSWER_UNEXPECTED: {
    ko: {
      message: '네이버 {api}의 답이 알려진 형식이 아닙니다: {problem}',
      fix: '앱을 최신 버전으로 올려 주세요. 반복되면 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'Naver’s answer to {api} is not in the known form: {problem}',
      fix: 'Update the app; if it goes on, send the diagnostics file.',
    },
  },
  NAVER_OUTCOME_UNKNOWN: {
    ko: {
      message: '네이버 {api} 요청이 처리되었는지 알 수 없습니다(HTTP {status}).',
      fix: '상품의 현재 상태를 조회한 뒤 진행합니다. 추적 번호: {traceId}',
    },
    en: {
      message: 'Whether Naver handled {api} is not known (HTTP {status}).',
      fix: 'The product is looked up before anything else is done. Trace ID: {traceId}',
    },
  },
} as const satisfies CodeTexts;
