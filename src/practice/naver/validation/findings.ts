import type { InvalidInput } from '../errors';
import { asObject, asText, asWhole, type JsonObject } from '../json-value';

/** Rejections collected while a body is read; names are full paths. */
export interface Findings {
  readonly list: readonly InvalidInput[];
  add(name: string | null, type: string | null, message: string): void;
  /** A non-empty text, or null with NotNull / NotEmpty / TypeMismatch noted. */
  text(
    parent: JsonObject,
    path: string,
    key: string,
    label: string,
    maxLength?: number,
  ): string | null;
  /** An optional text of at most `maxLength` characters. */
  optionalText(
    parent: JsonObject,
    path: string,
    key: string,
    label: string,
    maxLength?: number,
  ): string | null;
  /** A whole number in range, or null with the reason noted; absent is noted only if required. */
  whole(
    parent: JsonObject,
    path: string,
    key: string,
    label: string,
    rule: WholeRule,
  ): number | null;
  flag(
    parent: JsonObject,
    path: string,
    key: string,
    label: string,
    isRequired: boolean,
  ): boolean | null;
  choice(
    parent: JsonObject,
    path: string,
    key: string,
    choices: readonly string[],
    isRequired: boolean,
  ): string | null;
  /** The object under `key`, or null with NotNull noted. */
  object(parent: JsonObject, path: string, key: string, label: string): JsonObject | null;
}

/** Bounds of a whole number, both inclusive; absent = none. */
export interface WholeRule {
  readonly isRequired?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Naver's sentence for a value outside a closed list. */
export const NOT_VALID_ENUM = 'Enum값을 입력하지 않았거나 허용되지 않은 Enum 값입니다.';

/** True for null and for a key that is not there: the API takes both alike. */
export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/**
 * An empty list; readers add to it and go on, so that one answer names everything that is wrong.
 */
export function createFindings(): Findings {
  const list: InvalidInput[] = [];
  const add: Findings['add'] = (name, type, message) => {
    list.push({
      ...(name === null ? {} : { name }),
      ...(type === null ? {} : { type }),
      message,
    });
  };
  const optionalText: Findings['optionalText'] = (parent, path, key, label, maxLength) => {
    const value = parent[key];
    if (isMissing(value)) return null;
    const text = asText(value);
    if (text === null) {
      add(`${path}.${key}`, 'TypeMismatch', `${label} 항목은 문자열이어야 합니다.`);
      return null;
    }
    if (maxLength !== undefined && [...text].length > maxLength) {
      add(`${path}.${key}`, 'LengthMax', `${label} 항목은 ${maxLength}자 이하로 입력해 주세요.`);
    }
    return text;
  };
  return {
    list,
    add,
    optionalText,
    text(parent, path, key, label, maxLength) {
      const value = parent[key];
      if (isMissing(value)) {
        add(`${path}.${key}`, 'NotNull', `${label} 항목을 입력해 주세요.`);
        return null;
      }
      if (typeof value === 'string' && value.trim() === '') {
        add(`${path}.${key}`, 'NotEmpty', `${label} 항목을 입력해 주세요.`);
        return null;
      }
      return optionalText(parent, path, key, label, maxLength);
    },
    whole(parent, path, key, label, rule) {
      const value = parent[key];
      if (isMissing(value)) {
        if (rule.isRequired === true) {
          add(`${path}.${key}`, 'NotNull', `${label} 항목을 입력해 주세요.`);
        }
        return null;
      }
      const number = asWhole(value);
      if (number === null) {
        add(`${path}.${key}`, 'TypeMismatch', `${label} 항목은 정수여야 합니다.`);
        return null;
      }
      if (rule.max !== undefined && number > rule.max) {
        add(`${path}.${key}`, 'NumberMax', `${label} 항목은 ${rule.max} 이하로 입력해 주세요.`);
        return null;
      }
      if (rule.min !== undefined && number < rule.min) {
        add(`${path}.${key}`, 'NumberMin', `${label} 항목은 ${rule.min} 이상으로 입력해 주세요.`);
        return null;
      }
      return number;
    },
    flag(parent, path, key, label, isRequired) {
      const value = parent[key];
      if (isMissing(value)) {
        if (isRequired) add(`${path}.${key}`, 'NotNull', `${label} 항목을 입력해 주세요.`);
        return null;
      }
      if (typeof value === 'boolean') return value;
      add(`${path}.${key}`, 'TypeMismatch', `${label} 항목은 true 또는 false여야 합니다.`);
      return null;
    },
    choice(parent, path, key, choices, isRequired) {
      const value = parent[key];
      if (isMissing(value) && !isRequired) return null;
      if (typeof value === 'string' && choices.includes(value)) return value;
      add(`${path}.${key}`, 'NotValidEnum', NOT_VALID_ENUM);
      return null;
    },
    object(parent, path, key, label) {
      const value = asObject(parent[key]);
      if (value === null) {
        add(path === '' ? key : `${path}.${key}`, 'NotNull', `${label} 항목을 입력해 주세요.`);
      }
      return value;
    },
  };
}
