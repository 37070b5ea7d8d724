import type { CodeTexts } from './types';

/** Wrong usage of the command line. */
export const commandLineTexts = {
  USAGE_UNKNOWN_COMMAND: {
    ko: {
      message: '‘{word}’(이)라는 명령은 없습니다.',
      fix: '"storebridge --help"로 쓸 수 있는 명령을 확인하세요.',
    },
    en: {
      message: 'There is no command “{word}”.',
      fix: 'See the commands with "storebridge --help".',
    },
  },
  USAGE_UNKNOWN_OPTION: {
    ko: {
      message: '‘{word}’ 옵션은 이 명령에서 쓸 수 없습니다.',
      fix: '명령 뒤에 --help를 붙여 쓸 수 있는 옵션을 확인하세요.',
    },
    en: {
      message: 'This command has no option “{word}”.',
      fix: 'Add --help to the command to see its options.',
    },
  },
  USAGE_MISSING_ARGUMENT: {
    ko: {
      message: '명령에 필요한 값 <{word}>이(가) 빠졌습니다.',
      fix: '명령 뒤에 --help를 붙여 사용법을 확인하세요.',
    },
    en: {
      message: 'The command lacks its value <{word}>.',
      fix: 'Add --help to the command to see how it is used.',
    },
  },
  USAGE_MISSING_VALUE: {
    ko: {
      message: '‘{word}’ 옵션 뒤에 값이 없습니다.',
      fix: '옵션 바로 뒤에 값을 적어 주세요.',
    },
    en: {
      message: 'The option “{word}” has no value.',
      fix: 'Write the value right behind the option.',
    },
  },
  USAGE_TOO_MANY_ARGUMENTS: {
    ko: {
      message: '명령에 값이 너무 많습니다.',
      fix: '빈칸이 든 파일 이름은 "큰따옴표"로 묶어 주세요. 사용법은 명령 뒤에 --help를 붙이면 나옵니다.',
    },
    en: {
      message: 'The command has too many values.',
      fix: 'Put a file name with blanks into "quotes". Add --help to the command to see how it is used.',
    },
  },
  USAGE_BAD_VALUE: {
    ko: {
      message: '‘{option}’ 옵션의 값 ‘{value}’을(를) 쓸 수 없습니다.',
      fix: '0 이상의 정수를 적어 주세요.',
    },
    en: {
      message: 'The option “{option}” does not take “{value}”.',
      fix: 'Give a whole number.',
    },
  },
  USAGE_WRONG: {
    ko: {
      message: '명령을 이해하지 못했습니다.',
      fix: '"storebridge --help"로 사용법을 확인하세요.',
    },
    en: {
      message: 'The command was not understood.',
      fix: 'See how it is used with "storebridge --help".',
    },
  },
} as const satisfies CodeTexts;
