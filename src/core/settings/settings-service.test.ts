import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '@shared/domain/settings';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFileSecretStore, overlaySecrets } from '../secrets/file-secrets';
import { readEnvironment } from './environment';
import { createSettingsService } from './settings-service';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-settings-'));
});

describe('settings', () => {
  it('start with the defaults and write nothing until something changes', () => {
    expect(createSettingsService(folder).get()).toEqual(defaultSettings());
    expect(() => statSync(join(folder, 'settings.json'))).toThrow();
  });

  it('keep a change of one field over a restart and leave its neighbours alone', () => {
    const { pricing } = defaultSettings();
    createSettingsService(folder).update({ pricing: { ...pricing, marginPercent: 31 } });
    expect(createSettingsService(folder).get().pricing).toEqual({ ...pricing, marginPercent: 31 });
  });

  it('let an override win without ever saving it', () => {
    const service = createSettingsService(folder, { naverUrl: 'http://127.0.0.1:1/external' });
    service.update({ language: 'en' });
    expect(service.get()).toMatchObject({
      language: 'en',
      naverUrl: 'http://127.0.0.1:1/external',
    });
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('127.0.0.1');
  });

  it('refuse a value that does not fit, naming the field, and keep the old one', () => {
    const service = createSettingsService(folder);
    const { pricing } = service.get();
    expect(() => service.update({ pricing: { ...pricing, marginPercent: 900 } })).toThrow(
      expect.objectContaining({ code: 'SETTINGS_INVALID', field: 'pricing.marginPercent' }),
    );
    expect(service.get().pricing).toEqual(pricing);
  });

  it('leave a damaged file as it is', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, '{"language": "ko", ');
    expect(() => createSettingsService(folder)).toThrow(
      expect.objectContaining({ code: 'SETTINGS_DAMAGED' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('{"language": "ko", ');
  });

  it('tell listeners until they leave', () => {
    const service = createSettingsService(folder);
    const seen: string[] = [];
    const leave = service.subscribe((settings) => seen.push(settings.language));
    service.update({ language: 'en' });
    leave();
    service.update({ language: 'ko' });
    expect(seen).toEqual(['en']);
  });
});

describe('secrets in a file', () => {
  it('are readable by their owner only and survive a restart', () => {
    createFileSecretStore(folder).save('domeggookKey', 'key-1');
    expect(createFileSecretStore(folder).find('domeggookKey')).toBe('key-1');
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('give way to the environment', () => {
    const file = createFileSecretStore(folder);
    file.save('domeggookKey', 'key-1');
    const { secrets } = readEnvironment({ STOREBRIDGE_DOMEGGOOK_KEY: 'key-2' });
    expect(overlaySecrets(secrets, file).find('domeggookKey')).toBe('key-2');
  });

  it('are never overwritten when the file is damaged', () => {
    writeFileSync(join(folder, 'secrets.json'), 'oops');
    const store = createFileSecretStore(folder);
    expect(() => store.save('domeggookKey', 'x')).toThrow(
      expect.objectContaining({ code: 'SECRETS_UNREADABLE' }),
    );
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('oops');
  });
});
