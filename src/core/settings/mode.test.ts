import { describe, expect, it } from 'vitest';
import { decideMode } from './mode';

const secrets = (values: Record<string, string>) => ({
  find: (name: string) => values[name] ?? null,
});

describe('the mode', () => {
  it('is practice while no key is set', () => {
    expect(decideMode({ mode: 'auto', naverClientId: '' }, secrets({}))).toBe('practice');
  });

  it('is live when all keys are set', () => {
    const all = secrets({ domeggookKey: 'a', naverClientSecret: 'b' });
    expect(decideMode({ mode: 'auto', naverClientId: 'c' }, all)).toBe('live');
  });

  it('is practice by choice whatever the keys', () => {
    const all = secrets({ domeggookKey: 'a', naverClientSecret: 'b' });
    expect(decideMode({ mode: 'practice', naverClientId: 'c' }, all)).toBe('practice');
  });

  it.each([
    ['auto', { domeggookKey: 'a' }, 'naverClientId, naverClientSecret'],
    ['live', {}, 'domeggookKey, naverClientId, naverClientSecret'],
  ] as const)('in %s names the missing keys of a half-filled set', (mode, values, missing) => {
    expect(() => decideMode({ mode, naverClientId: '' }, secrets(values))).toThrow(
      expect.objectContaining({ code: 'SETTINGS_KEYS_MISSING', params: { missing } }),
    );
  });
});
