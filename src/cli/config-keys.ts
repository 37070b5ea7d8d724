import { SECRET_NAMES, type SecretName } from '@core/secrets/port';
import { settingProblem } from '@shared/domain/setting-problem';
import { type Settings, settingsSchema } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';

/** True for a key that is kept as a secret and is never printed. */
export function isSecretName(key: string): key is SecretName {
  return (SECRET_NAMES as readonly string[]).includes(key);
}

/** Settings as `group.name → value`, in the order of the schema. */
export function flattened(settings: Settings): readonly (readonly [string, unknown])[] {
  const pairs: (readonly [string, unknown])[] = [];
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value !== 'object' || value === null) pairs.push([key, value]);
    else for (const [name, inner] of Object.entries(value)) pairs.push([`${key}.${name}`, inner]);
  }
  return pairs;
}

/** The value of a dotted key. Throws SETTINGS_UNKNOWN. */
export function settingOf(settings: Settings, key: string): unknown {
  const found = flattened(settings).find(([name]) => name === key);
  if (!found) throw new AppError('SETTINGS_UNKNOWN', { params: { field: key }, field: key });
  return found[1];
}

/**
 * The change that sets `key` to what `text` means for it: the old value's type decides, `null`
 * empties a nullable one. Throws SETTINGS_UNKNOWN or SETTINGS_INVALID.
 */
export function changeOf(settings: Settings, key: string, text: string): Partial<Settings> {
  const before = settingOf(settings, key);
  const candidates: unknown[] = [text];
  if (text === 'null') candidates.unshift(null);
  if (text === 'true' || text === 'false') candidates.unshift(text === 'true');
  if (typeof before !== 'string' && text.trim() !== '' && Number.isFinite(Number(text))) {
    candidates.unshift(Number(text));
  }
  const [group = key, name] = key.split('.');
  const neighbours = Object.entries(settings).find(([existing]) => existing === group)?.[1];
  const changed = (value: unknown): Record<string, unknown> => ({
    [group]: name === undefined ? value : { ...Object(neighbours), [name]: value },
  });
  let problem = '';
  for (const candidate of candidates) {
    const change = changed(candidate);
    const parsed = settingsSchema.safeParse({ ...settings, ...change });
    if (parsed.success) return change as Partial<Settings>;
    // The first reading is the likeliest one, so its problem is told.
    problem ||= settingProblem(parsed.error);
  }
  throw new AppError('SETTINGS_INVALID', { params: { field: key, problem }, field: key });
}
