import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingProblem } from '@shared/domain/setting-problem';
import { type Settings, settingsSchema } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import type { z } from 'zod';
import { writeFileAtomically } from '../platform/atomic-file';
import type { SettingsService } from '../storebridge';

/**
 * Settings in `settings.json` of the data folder. `overrides` (environment, practice mode) win and
 * are never saved. Throws SETTINGS_DAMAGED when the file cannot be understood (it is left as it is)
 * and SETTINGS_INVALID for a change that does not fit, with the field's path.
 */
export function createSettingsService(
  folder: string,
  overrides: Partial<Settings> = {},
): SettingsService {
  const path = join(folder, 'settings.json');
  const listeners = new Set<(settings: Settings) => void>();
  let saved = load(path);
  const effective = (): Settings => merged(saved, overrides);
  return {
    get: effective,
    update: (change) => {
      const next = settingsSchema.safeParse(merged(saved, change));
      if (!next.success) throw invalid(next.error);
      try {
        writeFileAtomically(path, `${JSON.stringify(next.data, null, 2)}\n`);
      } catch (fault) {
        throw new AppError('SETTINGS_NOT_SAVED', { params: { path }, cause: fault });
      }
      saved = next.data;
      const settings = effective();
      for (const listener of listeners) listener(settings);
      return settings;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function load(path: string): Settings {
  if (!existsSync(path)) return settingsSchema.parse({});
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    // The parser's own words are English and point at a byte; that the file is damaged says it.
    const isText = fault instanceof SyntaxError;
    const problem = isText ? '' : fault instanceof Error ? fault.message : String(fault);
    throw new AppError('SETTINGS_DAMAGED', { params: { path, problem }, cause: fault });
  }
  const parsed = settingsSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const { params } = invalid(parsed.error);
  throw new AppError('SETTINGS_DAMAGED', {
    params: { path, problem: [params.field, params.problem].filter(Boolean).join(': ') },
    cause: parsed.error,
  });
}

/** Groups (`pricing`, `store`, …) are merged field by field, everything else is replaced. */
function merged(base: Settings, change: Partial<Settings>): Settings {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const before = result[key];
    result[key] = isGroup(before) && isGroup(value) ? { ...before, ...value } : value;
  }
  return result as Settings;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(error: z.ZodError): AppError {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return new AppError('SETTINGS_INVALID', {
    params: { field, problem: settingProblem(error) },
    field,
    cause: error,
  });
}
