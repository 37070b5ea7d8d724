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

export function runConfig(
  environment: Environment,
  action:
    | { readonly kind: 'list' }
    | { readonly kind: 'get'; readonly key: string }
    | { readonly kind: 'set'; readonly key: string; readonly value: string },
  json: boolean,
  terminal: Terminal,
): ExitStatus {
  const settings = createSettingsService(environment.home, environment.overrides);
  const file = createFileSecretStore(environment.home);
  const secrets = overlaySecrets(environment.secrets, file);
  const shown = (key: string): unknown =>
    isSecretName(key) ? masked(secrets.find(key)) : settingOf(settings.get(), key);
  switch (action.kind) {
    case 'list': {
      const all = [
        ...flattened(settings.get()),
        ...SECRET_NAMES.map((name) => [name, shown(name)] as const),
      ];
      if (json) terminal.out(JSON.stringify(Object.fromEntries(all)));
      else for (const [key, value] of all) terminal.out(`${key} = ${JSON.stringify(value)}`);
      return EXIT.done;
    }
    case 'set':
      if (isSecretName(action.key)) file.save(action.key, action.value);
      else settings.update(changeOf(settings.get(), action.key, action.value));
      break;
    case 'get':
      break;
  }
  const value = shown(action.key);
  terminal.out(
    json
      ? JSON.stringify({ [action.key]: value })
      : typeof value === 'string'
        ? value
        : JSON.stringify(value),
  );
  return EXIT.done;
}
