import type { CodeTexts } from './types';

export const metricsTexts = {
  METRICS_PORT_TAKEN: {
    ko: {
      message: '지표 포트 {port}번을 열 수 없습니다.',
      fix: '다른 프로그램이 사용 중인지 확인하거나 설정에서 다른 포트를 정해 주세요.',
    },
    en: {
      message: 'The metrics port {port} cannot be opened.',
      fix: 'Check whether another program uses it, or choose another port in the settings.',
    },
  },
} as const satisfies CodeTexts;
