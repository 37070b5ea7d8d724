import { beforeEach, describe, expect, test } from 'vitest';
import type { DownloadOutcome } from './download';
import { dropped } from './drop-reason';
import { createSecureFirst } from './secure-first';

let asked: string[];
const never = new AbortController().signal;

beforeEach(() => {
  asked = [];
});

const downloaded: DownloadOutcome = {
  kind: 'downloaded',
  source: {
    input: new Uint8Array(),
    sizeBytes: 0,
    sha256: '',
    asFile: async () => '',
    release: async () => undefined,
  },
};
const unreachable: DownloadOutcome = {
  kind: 'refused',
  reason: dropped('PICTURE_UNREACHABLE', { host: 'a' }),
  isTransient: true,
};

/** Answers by scheme; `once` tries are marked. */
function fetchWith(answers: { https: DownloadOutcome; http: DownloadOutcome }) {
  const answer = (url: URL) => (url.protocol === 'https:' ? answers.https : answers.http);
  return createSecureFirst({
    once: async (url) => {
      asked.push(`once ${url.href}`);
      return answer(url);
    },
    persistently: async (url) => {
      asked.push(url.href);
      return answer(url);
    },
  });
}

describe('http addresses', () => {
  test('are asked for by https, and that is enough when it answers', async () => {
    const fetch = fetchWith({ https: downloaded, http: downloaded });
    expect(await fetch(new URL('http://a.example/1.jpg'), never)).toBe(downloaded);
    expect(asked).toEqual(['once https://a.example/1.jpg']);
  });

  test('are asked for as written when https fails, and the host is remembered', async () => {
    const fetch = fetchWith({ https: unreachable, http: downloaded });
    await fetch(new URL('http://a.example/1.jpg'), never);
    await fetch(new URL('http://a.example/2.jpg'), never);
    expect(asked).toEqual([
      'once https://a.example/1.jpg',
      'http://a.example/1.jpg',
      'http://a.example/2.jpg',
    ]);
  });

  test('stay with https after a hiccup of a host that serves it', async () => {
    const answers: { https: DownloadOutcome; http: DownloadOutcome } = {
      https: downloaded,
      http: downloaded,
    };
    const fetch = fetchWith(answers);
    await fetch(new URL('http://a.example/1.jpg'), never);
    answers.https = unreachable;
    await fetch(new URL('http://a.example/2.jpg'), never);
    expect(asked.slice(1)).toEqual(['once https://a.example/2.jpg', 'https://a.example/2.jpg']);
  });

  test.each(['http://a.example:8080/1.jpg', 'https://a.example/1.jpg'])(
    '%s is asked for as it is',
    async (address) => {
      await fetchWith({ https: downloaded, http: downloaded })(new URL(address), never);
      expect(asked).toEqual([address]);
    },
  );
});
