import type { CodeTexts } from './types';

export const intakeTexts = {
  INTAKE_EMPTY: {
    ko: {
      message: '{file} 파일에 내용이 없습니다.',
      fix: '상품번호가 들어 있는 파일을 넣어 주세요.',
    },
    en: { message: '{file} is empty.', fix: 'Give a file with item numbers.' },
  },
  INTAKE_NO_NUMBERS: {
    ko: {
      message: '{file}에서 도매꾹 상품번호를 찾지 못했습니다.',
      fix: '한 줄에 상품번호 하나 또는 도매꾹 상품 주소를 적어 주세요.',
    },
    en: {
      message: 'No Domeggook item number was found in {file}.',
      fix: 'Write one item number, or one Domeggook address, per line.',
    },
  },
  INTAKE_TOO_LARGE: {
    ko: {
      message: '{file} 파일이 너무 큽니다({sizeMb}MB, 최대 {maxMb}MB).',
      fix: '상품번호 열만 남겨 나누어 넣어 주세요. 아무것도 등록하지 않았습니다.',
    },
    en: {
      message: '{file} is too large ({sizeMb} MB, at most {maxMb} MB).',
      fix: 'Keep only the column with item numbers, or split the file. Nothing was registered.',
    },
  },
  INTAKE_SHEET_TOO_LARGE: {
    ko: {
      message: '{file}의 표가 너무 커서 읽을 수 없습니다.',
      fix: '상품번호 열만 새 파일에 복사해 넣어 주세요. 아무것도 등록하지 않았습니다.',
    },
    en: {
      message: 'The sheet in {file} is too large to be read.',
      fix: 'Copy only the column with item numbers to a new file. Nothing was registered.',
    },
  },
  INTAKE_TOO_MANY_LINES: {
    ko: {
      message: '{file}에 줄이 너무 많습니다({lines}줄, 최대 {maxLines}줄).',
      fix: '파일을 나누어 넣어 주세요. 아무것도 등록하지 않았습니다.',
    },
    en: {
      message: '{file} has too many lines ({lines}, at most {maxLines}).',
      fix: 'Split the file. Nothing was registered.',
    },
  },
  INTAKE_BINARY: {
    ko: {
      message: '{file}은(는) 글자로 된 목록이 아닙니다.',
      fix: 'TXT, CSV 또는 XLSX 파일을 넣어 주세요.',
    },
    en: { message: '{file} is not a list in text form.', fix: 'Give a TXT, CSV or XLSX file.' },
  },
  INTAKE_OLD_EXCEL: {
    ko: {
      message: '{file}은(는) 예전 엑셀 형식(.xls)이라 읽을 수 없습니다.',
      fix: '엑셀에서 "다른 이름으로 저장 → Excel 통합 문서(.xlsx)"로 저장해 주세요.',
    },
    en: {
      message: '{file} is in the old Excel format (.xls).',
      fix: 'Save it in Excel as "Excel Workbook (.xlsx)".',
    },
  },
  INTAKE_ENCODING: {
    ko: {
      message: '{file}의 글자 인코딩을 알 수 없습니다.',
      fix: '파일을 UTF-8 또는 한국어(CP949)로 다시 저장해 주세요.',
    },
    en: {
      message: 'The text encoding of {file} is not known.',
      fix: 'Save the file as UTF-8 or Korean (CP949).',
    },
  },
  INTAKE_DAMAGED: {
    ko: {
      message: '{file} 파일이 손상되어 읽을 수 없습니다.',
      fix: '엑셀에서 다시 저장하거나 CSV로 내보내 주세요.',
    },
    en: {
      message: '{file} is damaged and cannot be read.',
      fix: 'Save it again in Excel or export it as CSV.',
    },
  },
  INTAKE_TOO_MANY_LISTS: {
    ko: {
      message: '열어 둔 목록이 너무 많아 {file}을(를) 더 읽을 수 없습니다.',
      fix: '가져오기 화면에서 다 본 목록을 비운 뒤 다시 넣어 주세요.',
    },
    en: {
      message: 'Too many lists are open to read {file} as well.',
      fix: 'Clear lists you are done with on the import screen, then give it again.',
    },
  },
  INTAKE_LIST_GONE: {
    ko: {
      message: '이 목록은 더 이상 열려 있지 않습니다.',
      fix: '파일을 다시 넣어 주세요. 이미 등록한 상품은 두 번 등록되지 않습니다.',
    },
    en: {
      message: 'This list is no longer open.',
      fix: 'Give the file again. Nothing that is registered is registered twice.',
    },
  },
  INTAKE_NOT_FOUND: {
    ko: { message: '파일이 없습니다: {file}', fix: '경로와 파일 이름을 확인해 주세요.' },
    en: { message: 'There is no such file: {file}', fix: 'Check the path and the name.' },
  },
  INTAKE_COLUMN_UNCLEAR: {
    ko: {
      message: '{file}에서 상품번호 열이 여러 개로 보입니다: {columns}',
      fix: '사용할 열을 선택해 주세요(명령줄에서는 --column).',
    },
    en: {
      message: 'Several columns of {file} look like item numbers: {columns}',
      fix: 'Choose one of them (--column on the command line).',
    },
  },
  INTAKE_COLUMN_MISSING: {
    ko: {
      message: '{file}에 "{column}" 열이 없습니다.',
      fix: '열 이름이나 문자(A, B, …)를 확인해 주세요.',
    },
    en: {
      message: '{file} has no column "{column}".',
      fix: 'Check the heading or the letter (A, B, …).',
    },
  },
  INTAKE_MALFORMED: {
    ko: {
      message: '상품번호가 아닙니다: “{text}”',
      fix: '숫자로 된 도매꾹 상품번호나 상품 주소로 고쳐 주세요.',
    },
    en: {
      message: 'Not an item number: “{text}”',
      fix: 'Write a Domeggook item number or address.',
    },
  },
  INTAKE_ROUNDED: {
    ko: {
      message: '엑셀이 숫자를 줄여 표시했습니다: “{text}”',
      fix: '셀 서식을 "텍스트"로 바꾸고 상품번호를 다시 적어 주세요.',
    },
    en: {
      message: 'The spreadsheet has shortened this number: “{text}”',
      fix: 'Format the cell as text and type the item number again.',
    },
  },
  INTAKE_DUPLICATE: {
    ko: { message: '{firstLine}번째 줄과 같은 상품입니다.', fix: '따로 할 일은 없습니다.' },
    en: { message: 'The same item as on line {firstLine}.', fix: 'Nothing to do.' },
  },
} as const satisfies CodeTexts;
