import type { NotificationLine } from '@shared/domain/notification';
import { toAppError } from '@shared/errors/app-error';
import type { Language } from '@shared/texts/types';
import type { HttpClient } from '../http/port';
import { createAddressGuard } from '../images/public-address';
import type { NotificationOutlet } from './port';
import { wordsOf } from './wording';

export interface WebhookOutletDependencies {
  /** Its logger must not name addresses: the path of a webhook is its password. */
  readonly http: Pick<HttpClient, 'send'>;
  readonly address: () => string | null;
  /** Tests answer on this computer; the product never sends a webhook there. */
  readonly allowsLoopback?: boolean;
}

/** Lines of one message; Slack cuts messages that are longer than a screen. */
const MAX_LINES = 20;
const TIMEOUT_MS = 10_000;
/** The answer is a word (`ok`); more is of no interest. */
const MAX_ANSWER_BYTES = 64 * 1024;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const SIGNS = { info: '🔹', ask: '🔸', alarm: '🔴' } as const;

/**
 * The address as a webhook may have it: https to a public host, without user information. Null for
 * any other; http on loopback only when `allowsLoopback`.
 */
export function parseWebhookUrl(text: string, allowsLoopback = false): URL | null {
  const url = URL.parse(text.trim());
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (LOOPBACK_HOSTS.has(url.hostname)) return allowsLoopback ? url : null;
  const isUsable = url.protocol === 'https:' && createAddressGuard().allows(url);
  return isUsable && url.hostname.includes('.') ? url : null;
}

/**
 * Posts `{"text": …}` as Slack's incoming webhooks take it, which Mattermost, Rocket.Chat, Discord
 * (`/slack`) and most automation tools understand
 * (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/, 2026-09).
 * Follows no redirect. 408, 429 and 5xx may work later, any other refusal will not.
 */
export function createWebhookOutlet(deps: WebhookOutletDependencies): NotificationOutlet {
  return {
    deliver: async (lines, language, signal) => {
      const address = deps.address();
      if (address === null || address === '') {
        return { kind: 'refused', code: 'NOTIFY_WEBHOOK_MISSING', params: {} };
      }
      const url = parseWebhookUrl(address, deps.allowsLoopback);
      if (url === null) return { kind: 'refused', code: 'NOTIFY_WEBHOOK_BAD_ADDRESS', params: {} };
      try {
        const { status } = await deps.http.send({
          method: 'POST',
          url,
          body: { kind: 'json', value: { text: slackText(lines, language) } },
          timeoutMs: TIMEOUT_MS,
          maxBodyBytes: MAX_ANSWER_BYTES,
          signal,
        });
        if (status >= 200 && status < 300) return { kind: 'delivered' };
        if (status === 408 || status === 429 || status >= 500) {
          return { kind: 'retry', problem: `HTTP ${status}` };
        }
        return {
          kind: 'refused',
          code: 'NOTIFY_WEBHOOK_REFUSED',
          params: { host: url.host, status: String(status) },
        };
      } catch (fault) {
        return { kind: 'retry', problem: toAppError(fault).code };
      }
    },
  };
}

function slackText(lines: readonly NotificationLine[], language: Language): string {
  const shown = lines.slice(0, MAX_LINES).map((line) => {
    const { message, fix } = wordsOf(line, language);
    return `${SIGNS[line.severity]} *${escaped(message)}*\n${escaped(fix)}`;
  });
  const hidden = lines.length - shown.length;
  const rest =
    hidden > 0 ? [wordsOf({ code: 'NOTIFY_SUMMARY', params: { count: hidden } }, language)] : [];
  return [...shown, ...rest.map(({ message }) => escaped(message))].join('\n\n');
}

/** Slack reads these three as markup; supplier titles are not to command a channel. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
