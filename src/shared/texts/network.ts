import type { CodeTexts } from './types';

export const networkTexts = {
  NETWORK_DNS: {
    ko: {
      message: '{host} 서버 주소를 찾을 수 없습니다(DNS). 아무것도 전송되지 않았습니다.',
      fix: '인터넷 연결과 설정의 서버 주소를 확인해 주세요.',
    },
    en: {
      message: 'The address of {host} cannot be found (DNS). Nothing was sent.',
      fix: 'Check the internet connection and the server address in the settings.',
    },
  },
  NETWORK_REFUSED: {
    ko: {
      message: '{host} 서버가 연결을 받지 않습니다. 아무것도 전송되지 않았습니다.',
      fix: '서버가 점검 중일 수 있습니다. 잠시 후 자동으로 다시 시도하며, 계속되면 설정의 서버 주소를 확인해 주세요.',
    },
    en: {
      message: '{host} does not accept connections. Nothing was sent.',
      fix: 'The server may be down. It is tried again later; if it goes on, check the server address in the settings.',
    },
  },
  NETWORK_UNREACHABLE: {
    ko: {
      message: '{host} 서버에 도달할 수 없습니다. 아무것도 전송되지 않았습니다.',
      fix: '인터넷 연결, VPN, 방화벽을 확인해 주세요. 연결되면 이어서 진행합니다.',
    },
    en: {
      message: '{host} cannot be reached. Nothing was sent.',
      fix: 'Check the internet connection, VPN and firewall. Work goes on when it is back.',
    },
  },
  NETWORK_TLS: {
    ko: {
      message: '{host}의 보안 연결(TLS)을 신뢰할 수 없습니다: {problem}',
      fix: 'PC의 날짜와 시간, 회사 보안 프로그램, 설정의 서버 주소를 확인해 주세요. 키는 전송되지 않았습니다.',
    },
    en: {
      message: 'The secure connection (TLS) to {host} cannot be trusted: {problem}',
      fix: 'Check the date and time of this PC, security software, and the server address. No key was sent.',
    },
  },
  NETWORK_TIMEOUT: {
    ko: {
      message:
        '{host} 서버가 {seconds}초 안에 답하지 않았습니다. 요청이 처리되었는지 알 수 없습니다.',
      fix: '등록 요청이었다면 다시 보내기 전에 먼저 결과를 조회합니다. 계속되면 인터넷 연결을 확인해 주세요.',
    },
    en: {
      message:
        '{host} did not answer within {seconds} s. Whether the request was handled is not known.',
      fix: 'A registration is looked up before anything is sent again. If it goes on, check the connection.',
    },
  },
  NETWORK_CONNECT_TIMEOUT: {
    ko: {
      message: '{host} 서버와 연결되지 않습니다(시간 초과). 아무것도 전송되지 않았습니다.',
      fix: '인터넷 연결과 방화벽을 확인해 주세요. 잠시 후 자동으로 다시 시도합니다.',
    },
    en: {
      message: 'No connection to {host} could be made in time. Nothing was sent.',
      fix: 'Check the internet connection and the firewall. It is tried again later.',
    },
  },
  NETWORK_RESET: {
    ko: {
      message:
        '{host} 서버와의 연결이 답을 받는 중에 끊겼습니다. 요청이 처리되었는지 알 수 없습니다.',
      fix: '등록 요청이었다면 다시 보내기 전에 먼저 결과를 조회합니다.',
    },
    en: {
      message:
        'The connection to {host} broke before the answer was complete. Whether the request was handled is not known.',
      fix: 'A registration is looked up before anything is sent again.',
    },
  },
  NETWORK_TOO_LARGE: {
    ko: {
      message: '{host} 서버의 답이 너무 큽니다(최대 {maxMb}MB).',
      fix: '설정의 서버 주소가 맞는지 확인해 주세요.',
    },
    en: {
      message: 'The answer of {host} is too large (at most {maxMb} MB).',
      fix: 'Check the server address in the settings.',
    },
  },
  NETWORK_ABORTED: {
    ko: {
      message: '{host} 요청을 취소했습니다.',
      fix: '필요하면 다시 시작해 주세요.',
    },
    en: { message: 'The request to {host} was cancelled.', fix: 'Start it again if you need it.' },
  },
  NETWORK_FAILED: {
    ko: {
      message: '{host} 서버와 통신하지 못했습니다: {problem}',
      fix: '인터넷 연결을 확인하고 다시 시도해 주세요. 반복되면 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'Communication with {host} failed: {problem}',
      fix: 'Check the connection and try again. If it goes on, send the diagnostics file.',
    },
  },
  NETWORK_BAD_ADDRESS: {
    ko: {
      message: '서버 주소가 올바르지 않습니다: {address}',
      fix: '설정에서 http:// 또는 https://로 시작하는 주소로 고쳐 주세요.',
    },
    en: {
      message: 'The server address is not valid: {address}',
      fix: 'Enter an address that starts with http:// or https:// in the settings.',
    },
  },
  NETWORK_NOT_SENT_DEADLINE: {
    ko: {
      message:
        '호출 한도 때문에 {market} 요청을 제때 보낼 수 없어 보내지 않았습니다(약 {seconds}초 후 가능).',
      fix: '잠시 후 다시 시도해 주세요.',
    },
    en: {
      message:
        'The {market} request was not sent: the call limit allows it only in about {seconds} s.',
      fix: 'Try again in a moment.',
    },
  },
  NETWORK_NOT_SENT_CLOSING: {
    ko: {
      message: '앱을 종료하는 중이라 {market} 요청을 보내지 않았습니다.',
      fix: '작업은 보관되어 있으며 다음 시작 때 이어집니다.',
    },
    en: {
      message: 'The {market} request was not sent because the app is closing.',
      fix: 'The work is kept and goes on at the next start.',
    },
  },
  NETWORK_NOT_SENT_STOPPED: {
    ko: {
      message: '호출 한도가 멈춰 있어 {market} 요청을 보내지 않았습니다(약 {seconds}초 후 재개).',
      fix: '한도가 풀리면 이어서 진행합니다. 작업은 보관되어 있습니다.',
    },
    en: {
      message: 'The {market} request was not sent: calls are stopped for about {seconds} s.',
      fix: 'Work goes on when the limit opens again. Everything is kept.',
    },
  },
  NETWORK_NOT_SENT_NO_LIMITER: {
    ko: {
      message: '호출 한도를 확인할 수 없어 {market} 요청을 보내지 않았습니다.',
      fix: 'Redis 연결 상태를 확인해 주세요. 복구되면 자동으로 이어집니다.',
    },
    en: {
      message: 'The {market} request was not sent because the call limit cannot be checked.',
      fix: 'Check the connection to Redis. Work goes on by itself when it is back.',
    },
  },
} as const satisfies CodeTexts;
