import { describe, expect, it } from 'vitest';
import { redactedUrl } from './redaction';

describe('redacted address', () => {
  it('hides the named parameters, every time they occur and in any case', () => {
    const url = new URL('https://a.example/x?aid=S1&AID=S2&aid=S3&no=5');
    const shown = redactedUrl(url, ['aid']);
    expect(shown).not.toMatch(/S[123]/);
    expect(shown).toContain('no=5');
  });

  it('hides user names and passwords in the address', () => {
    const shown = redactedUrl(new URL('https://user:pass@a.example/'));
    expect(shown).toBe('https://***:***@a.example/');
  });
});
