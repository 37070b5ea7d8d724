import type { CodeTexts } from './types';

export const limiterTexts = {
  LIMITER_RATE_EXCEEDED: {
    ko: {
      message: '{api} 호출 한도에 도달했습니다.',
      fix: '{waitMs}ms 뒤에 다시 시도해 주세요. 호출은 전송되지 않았습니다.',
    },
    en: {
      message: 'The call limit of {api} is reached.',
      fix: 'Try again in {waitMs} ms. The call was not sent.',
    },
  },
  LIMITER_QUOTA_STOPPED: {
    ko: {
      message: '네이버가 이 애플리케이션을 시간당 1회 호출로 제한했습니다.',
      fix: '같은 애플리케이션 ID를 쓰는 다른 프로그램이 잘못된 토큰 요청을 보내고 있지 않은지 확인하고 중지해 주세요. 빠르면 다음 날 아침, 늦으면 2주 안에 자동으로 풀리며, 한 시간에 한 번씩 자동으로 확인합니다.',
    },
    en: {
      message: 'Naver limits this application to one call per hour.',
      fix: 'Check whether another program with the same application ID sends wrong token requests, and stop it. The limit ends by itself, the next morning at the earliest and within two weeks; it is checked once an hour.',
    },
  },
  LIMITER_DAY_USED_UP: {
    ko: {
      message: '도매꾹 하루 호출 한도 {perDay}회를 모두 사용했습니다.',
      fix: '한국 시간 자정에 다시 시작됩니다. 남은 작업은 그대로 보관됩니다.',
    },
    en: {
      message: 'The {perDay} calls a day that Domeggook allows are used up.',
      fix: 'It goes on at midnight, Korean time. The remaining work is kept.',
    },
  },
  LIMITER_DAY_RESERVED: {
    ko: {
      message: '오늘 남은 도매꾹 호출 {left}회는 가격·재고 확인을 위해 남겨 두었습니다.',
      fix: '한국 시간 자정에 다시 시작됩니다. 남은 작업은 그대로 보관됩니다.',
    },
    en: {
      message: 'The {left} Domeggook calls left today are kept for price and stock checks.',
      fix: 'It goes on at midnight, Korean time. The remaining work is kept.',
    },
  },
  LIMITER_ITEM_STOPPED: {
    ko: {
      message: '네이버가 이 상품의 요청을 {refusals}번 연속 거절하여 더 보내지 않습니다.',
      fix: '거절 사유를 확인하고 상품을 수정한 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'Naver refused this item {refusals} times in a row; no more is sent for it.',
      fix: 'Read the reason, correct the item and try again.',
    },
  },
  LIMITER_BAD_RATE: {
    ko: {
      message: '호출 한도 값이 올바르지 않습니다: {name} = {value}',
      fix: '설정에서 호출 한도를 1 이상의 숫자로 바꿔 주세요.',
    },
    en: {
      message: 'Not a usable call limit: {name} = {value}',
      fix: 'Set the call limit to a number of 1 or more.',
    },
  },
  LIMITER_BAD_LANE: {
    ko: {
      message: '알 수 없는 호출 우선순위입니다: {lane}',
      fix: '앱을 최신 버전으로 업데이트해 주세요. 호출은 전송되지 않았습니다.',
    },
    en: {
      message: 'Not a priority of calls: {lane}',
      fix: 'Update the app. The call was not sent.',
    },
  },
  LIMITER_CLOSED: {
    ko: {
      message: '앱을 종료하는 중이라 새 호출을 보내지 않습니다.',
      fix: '다시 시작하면 남은 작업이 이어집니다.',
    },
    en: {
      message: 'The app is closing, so no new call is sent.',
      fix: 'The remaining work goes on after the next start.',
    },
  },
  LIMITER_LOCK_LOST: {
    ko: {
      message: '이미지 업로드 순서를 다른 PC가 넘겨받았습니다: {server}',
      fix: '업로드는 차례가 돌아오면 다시 시도합니다. 반복되면 PC 사이의 네트워크를 확인해 주세요.',
    },
    en: {
      message: 'Another PC took over the turn to upload pictures: {server}',
      fix: 'The upload is tried again when its turn comes. If it repeats, check the network between the PCs.',
    },
  },
  LIMITER_CLAIM_LOST: {
    ko: {
      message: '{itemNo}번 상품은 다른 PC가 이어서 작업하고 있습니다.',
      fix: '이 PC에서는 더 보내지 않습니다. 반복되면 PC 사이의 네트워크를 확인해 주세요.',
    },
    en: {
      message: 'Another PC goes on with item {itemNo}.',
      fix: 'Nothing more is sent for it from here. If it repeats, check the network between the PCs.',
    },
  },
  REDIS_UNREACHABLE: {
    ko: {
      message: '호출 한도를 지키는 Redis 서버에 연결할 수 없습니다: {server}',
      fix: '서버 주소와 포트, 네트워크와 방화벽을 확인해 주세요. 이 서버를 쓰는 동안에는 다시 연결될 때까지 호출을 보내지 않고 기다리며, 연결되면 자동으로 이어집니다.',
    },
    en: {
      message: 'The Redis server that keeps the call limits cannot be reached: {server}',
      fix: 'Check address and port, the network and its firewall. While this server is in use, calls wait until it is back and then go on by themselves.',
    },
  },
  REDIS_PASSWORD: {
    ko: {
      message: 'Redis 서버가 비밀번호를 거절했습니다: {server}',
      fix: '설정에서 Redis 서버의 사용자와 비밀번호를 확인해 주세요. 이 서버를 쓰는 동안에는 그때까지 호출을 보내지 않습니다.',
    },
    en: {
      message: 'The Redis server refused the password: {server}',
      fix: 'Check user and password of the Redis server in the settings. While this server is in use, no call is sent until then.',
    },
  },
  REDIS_CERTIFICATE: {
    ko: {
      message: 'Redis 서버의 인증서를 믿을 수 없어 연결하지 않았습니다: {server}',
      fix: '서버 주소가 인증서의 이름과 같은지, 인증서가 만료되지 않았는지, 이 PC가 믿는 기관에서 발급했는지 확인해 주세요. 그때까지 호출을 보내지 않습니다.',
    },
    en: {
      message:
        'The certificate of the Redis server is not to be trusted, so it was not used: {server}',
      fix: 'Check that the address is the name in the certificate, that it has not expired, and that this PC trusts who issued it. No call is sent until then.',
    },
  },
  REDIS_READ_ONLY: {
    ko: {
      message: 'Redis 서버가 읽기 전용입니다: {server}',
      fix: '복제 서버가 아닌 기본 서버의 주소를 설정해 주세요. 전환 중이라면 자동으로 이어집니다.',
    },
    en: {
      message: 'The Redis server is read-only: {server}',
      fix: 'Set the address of the primary, not of a replica. If it is being switched, calls go on by themselves.',
    },
  },
  REDIS_FULL: {
    ko: {
      message: 'Redis 서버의 메모리가 가득 찼습니다: {server}',
      fix: 'Redis의 메모리를 늘리거나 비워 주세요. 그때까지 호출을 보내지 않습니다.',
    },
    en: {
      message: 'The Redis server is out of memory: {server}',
      fix: 'Give Redis more memory or free some. No call is sent until then.',
    },
  },
  REDIS_LOADING: {
    ko: {
      message: 'Redis 서버가 아직 시작하는 중입니다: {server}',
      fix: '준비되면 자동으로 이어집니다.',
    },
    en: {
      message: 'The Redis server is still starting: {server}',
      fix: 'Calls go on by themselves when it is ready.',
    },
  },
  REDIS_GARBAGE: {
    ko: {
      message: 'Redis 서버가 알 수 없는 답을 보냈습니다: {server}',
      fix: '주소가 Redis 6 이상 또는 Valkey 서버인지 확인해 주세요. 그때까지 호출을 보내지 않습니다.',
    },
    en: {
      message: 'The Redis server sent an answer that makes no sense: {server}',
      fix: 'Check that the address is a Redis 6 or newer, or Valkey. No call is sent until then.',
    },
  },
  REDIS_URL: {
    ko: {
      message: 'Redis 주소가 올바르지 않습니다.',
      fix: 'redis://사용자:비밀번호@서버:포트 또는 rediss://… 형식으로 입력해 주세요.',
    },
    en: {
      message: 'The Redis address cannot be used.',
      fix: 'Write it as redis://user:password@server:port or rediss://….',
    },
  },
  REDIS_START: {
    ko: {
      message: '함께 설치된 Redis 서버를 시작하지 못했습니다: {problem}',
      fix: '이 PC에서는 내장 방식으로 한도를 지킵니다. 여러 PC에서 같은 키를 쓴다면 원격 Redis를 설정해 주세요.',
    },
    en: {
      message: 'The bundled Redis server did not start: {problem}',
      fix: 'This PC keeps the limits by itself. If several PCs share a key, set up a remote Redis.',
    },
  },
} as const satisfies CodeTexts;
