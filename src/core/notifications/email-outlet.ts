import { koreanDate } from '@shared/domain/korea-time';
import type { NotificationLine } from '@shared/domain/notification';
import type { NotificationSettings } from '@shared/domain/settings';
import type { Language } from '@shared/texts/types';
import { createTransport } from 'nodemailer';
import type { DeliveryOutcome, NotificationOutlet } from './port';
import { wordsOf } from './wording';

export interface EmailOutletDependencies {
  readonly settings: () => NotificationSettings;
  readonly password: () => string | null;
}

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 20_000;
/** A digest is read, not searched. */
const MAX_LINES = 100;

const HEADINGS = {
  ko: { alarm: '바로 확인하세요', ask: '결정이 필요합니다', info: '알아 두세요' },
  en: { alarm: 'Act now', ask: 'Needs your decision', info: 'Good to know' },
} as const;

/**
 * Sends the digest over the seller's own mail server (SMTP, RFC 5321). With `starttls` and `tls` the
 * server's certificate must be valid, and nothing goes out unencrypted.
 */
export function createEmailOutlet(deps: EmailOutletDependencies): NotificationOutlet {
  return {
    deliver: async (lines, language, signal) => {
      const settings = deps.settings();
      const { smtpHost, smtpUser, emailFrom, emailTo } = settings;
      if (smtpHost === '' || emailTo === '' || emailFrom === '') {
        return { kind: 'refused', code: 'NOTIFY_EMAIL_INCOMPLETE', params: {} };
      }
      const transport = createTransport({
        host: smtpHost,
        port: settings.smtpPort,
        secure: settings.smtpSecurity === 'tls',
        requireTLS: settings.smtpSecurity === 'starttls',
        ignoreTLS: settings.smtpSecurity === 'none',
        connectionTimeout: CONNECT_TIMEOUT_MS,
        greetingTimeout: CONNECT_TIMEOUT_MS,
        socketTimeout: ANSWER_TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(smtpUser === '' ? {} : { auth: { user: smtpUser, pass: deps.password() ?? '' } }),
      });
      const onAbort = (): void => transport.close();
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        await transport.sendMail({
          from: { name: 'StoreBridge', address: emailFrom },
          to: emailTo,
          textEncoding: 'base64',
          subject: subjectOf(lines, language),
          text: textBody(lines, language),
          html: htmlBody(lines, language),
        });
        return { kind: 'delivered' };
      } catch (fault) {
        return outcomeOf(fault, smtpHost);
      } finally {
        signal.removeEventListener('abort', onAbort);
        transport.close();
      }
    },
  };
}

/** A 4xx of SMTP and a network fault may pass; a 5xx, a wrong password or address will not. */
function outcomeOf(fault: unknown, host: string): DeliveryOutcome {
  const { code, responseCode } = Object(fault) as { code?: unknown; responseCode?: unknown };
  const isFinal =
    (typeof responseCode === 'number' && responseCode >= 500) ||
    code === 'EAUTH' ||
    code === 'EENVELOPE' ||
    code === 'ETLS';
  const problem =
    typeof responseCode === 'number' ? `SMTP ${responseCode}` : String(code ?? 'unknown');
  if (!isFinal || (typeof responseCode === 'number' && responseCode < 500)) {
    return { kind: 'retry', problem };
  }
  return { kind: 'refused', code: 'NOTIFY_EMAIL_REFUSED', params: { host, problem } };
}

function subjectOf(lines: readonly NotificationLine[], language: Language): string {
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const alarms = lines.filter(({ severity }) => severity === 'alarm').length;
  const date = koreanDate(Math.max(0, ...lines.map(({ latest }) => latest.createdAtMs)));
  if (language === 'ko') {
    return `[StoreBridge] ${date} 알림 ${total}건${alarms > 0 ? ` · 긴급 ${alarms}건` : ''}`;
  }
  return `[StoreBridge] ${date}: ${total} notifications${alarms > 0 ? `, ${alarms} urgent` : ''}`;
}

function sections(
  lines: readonly NotificationLine[],
  language: Language,
): readonly { readonly heading: string; readonly lines: readonly NotificationLine[] }[] {
  const shown = lines.slice(0, MAX_LINES);
  return (['alarm', 'ask', 'info'] as const)
    .map((severity) => ({
      heading: HEADINGS[language][severity],
      lines: shown.filter((line) => line.severity === severity),
    }))
    .filter((section) => section.lines.length > 0);
}

function textBody(lines: readonly NotificationLine[], language: Language): string {
  const parts = sections(lines, language).map(({ heading, lines: own }) => {
    const rows = own.map((line) => {
      const { message, fix } = wordsOf(line, language);
      return `- ${message}\n  ${fix}`;
    });
    return `${heading}\n\n${rows.join('\n')}`;
  });
  return [...parts, ...restOf(lines, language)].join('\n\n');
}

function htmlBody(lines: readonly NotificationLine[], language: Language): string {
  const parts = sections(lines, language).map(({ heading, lines: own }) => {
    const rows = own.map((line) => {
      const { message, fix } = wordsOf(line, language);
      return `<li style="margin:0 0 10px"><b>${escaped(message)}</b><br><span style="color:#586173">${escaped(fix)}</span></li>`;
    });
    return `<h2 style="font-size:16px">${escaped(heading)}</h2><ul style="padding-left:20px">${rows.join('')}</ul>`;
  });
  const rest = restOf(lines, language).map((text) => `<p>${escaped(text)}</p>`);
  return `<div style="font-family:'Malgun Gothic',sans-serif;font-size:14px;line-height:1.6;color:#161b26">${[...parts, ...rest].join('')}</div>`;
}

function restOf(lines: readonly NotificationLine[], language: Language): readonly string[] {
  const hidden = lines.length - MAX_LINES;
  if (hidden <= 0) return [];
  return [wordsOf({ code: 'NOTIFY_SUMMARY', params: { count: hidden } }, language).message];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
