import { createFileSecretStore, overlaySecrets } from '@core/secrets/file-secrets';
import { SECRET_NAMES } from '@core/secrets/port';
import type { Environment } from '@core/settings/environment';
import { createSettingsService } from '@core/settings/settings-service';
import { changeOf, flattened, isSecretName, settingOf } from '../config-keys';
import { EXIT, type ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal';

/** Secrets are shown by their last characters only. */
function masked(secret: string | null): string {
  return secret === null ? '' : `••••${secret.slice(-4)}`;
}

/** Without a key lists all settings; with a key shows it; with a value changes it first. */
export function runConfig(
  environment: Environment,
  { key, value }: { readonly key?: string; readonly value?: string },
  json: boolean,
  terminal: Terminal,
): ExitStatus {
  const settings = createSettingsService(environment.home, environment.overrides);
  const file = createFileSecretStore(environment.home);
  const secrets = overlaySecrets(environment.secrets, file);
  const shown = (name: string): unknown =>
    isSecretName(name) ? masked(secrets.find(name)) : settingOf(settings.get(), name);
  if (key === undefined) {
    const all = [
      ...flattened(settings.get()),
      ...SECRET_NAMES.map((name) => [name, shown(name)] as const),
    ];
    if (json) terminal.out(JSON.stringify(Object.fromEntries(all)));
    else for (const [name, setting] of all) terminal.out(`${name} = ${JSON.stringify(setting)}`);
    return EXIT.done;
  }
  if (value !== undefined) {
    if (isSecretName(key)) file.save(key, value);
    else settings.update(changeOf(settings.get(), key, value));
  }
  const setting = shown(key);
  if (json) terminal.out(JSON.stringify({ [key]: setting }));
  else terminal.out(typeof setting === 'string' ? setting : JSON.stringify(setting));
  return EXIT.done;
}
