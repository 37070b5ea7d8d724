import type { DownloadOutcome } from './download';

type Fetch = (url: URL, signal: AbortSignal) => Promise<DownloadOutcome>;

/**
 * Addresses written with http are asked for by https first, as browsers do for pictures on a secure
 * page. A host that gives the picture only by http is remembered and not asked twice; one that once
 * gave it by https is not asked by http after a mere hiccup. An explicit port is left alone.
 */
export function createSecureFirst(fetches: {
  /** One try. */
  readonly once: Fetch;
  /** With retries. */
  readonly persistently: Fetch;
}): Fetch {
  const servesHttps = new Map<string, boolean>();
  return async (url, signal) => {
    const canUpgrade = url.protocol === 'http:' && url.port === '';
    if (!canUpgrade || servesHttps.get(url.host) === false) {
      return fetches.persistently(url, signal);
    }
    const secure = new URL(url);
    secure.protocol = 'https:';
    const outcome = await fetches.once(secure, signal);
    if (outcome.kind === 'downloaded') {
      servesHttps.set(url.host, true);
      return outcome;
    }
    if (servesHttps.get(url.host) === true && outcome.isTransient) {
      return fetches.persistently(secure, signal);
    }
    const plain = await fetches.persistently(url, signal);
    if (plain.kind === 'downloaded' && !servesHttps.has(url.host)) servesHttps.set(url.host, false);
    return plain;
  };
}
