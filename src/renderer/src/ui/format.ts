import type { Language } from '@shared/texts/types';

const localeOf = (language: Language): string => (language === 'ko' ? 'ko-KR' : 'en-US');

/** Makes a formatter once per language: making one takes a hundred times as long as using it. */
function perLanguage<Formatter>(
  make: (locale: string) => Formatter,
): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>();
  return (language) => {
    const kept = made.get(language) ?? make(localeOf(language));
    made.set(language, kept);
    return kept;
  };
}

const countsOf = perLanguage((locale) => new Intl.NumberFormat(locale));
const percentsOf = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);
const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const timesOf = perLanguage((locale) => new Intl.DateTimeFormat(locale, TIME));
const datedTimesOf = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { ...TIME, month: 'short', day: 'numeric' }),
);

/** `1234` as `1,234원` or `₩1,234`. */
export function formatKrw(amountKrw: number, language: Language): string {
  const digits = countsOf(language).format(Math.abs(amountKrw));
  const sign = amountKrw < 0 ? '−' : '';
  return language === 'ko' ? `${sign}${digits}원` : `${sign}₩${digits}`;
}

/** With separators, as the language writes them. */
export function formatCount(count: number, language: Language): string {
  return countsOf(language).format(count);
}

/** A share of one as whole percent: `0.184` as `18%`. */
export function formatPercent(share: number, language: Language): string {
  return percentsOf(language).format(share);
}

/** Time of day, with the date when it is not today: `오후 3:05`, `11월 3일 오후 3:05`. */
export function formatTime(atMs: number, nowMs: number, language: Language): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return (isToday ? timesOf : datedTimesOf)(language).format(atMs);
}

/** `11월 23일 월요일`, `Monday, November 23`. */
export function formatDay(atMs: number, language: Language): string {
  return new Date(atMs).toLocaleDateString(localeOf(language), {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
}

/** A span in the largest unit that fits, rounded up: `3분`, `1시간 20분`, `40 sec`. */
export function formatSpan(spanMs: number, language: Language): string {
  const seconds = Math.max(1, Math.ceil(spanMs / 1000));
  const unit = (value: number, ko: string, en: string): string =>
    language === 'ko' ? `${value}${ko}` : `${value} ${en}`;
  if (seconds < 60) return unit(seconds, '초', 'sec');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return unit(minutes, '분', 'min');
  const hours = unit(Math.floor(minutes / 60), '시간', 'h');
  return minutes % 60 === 0 ? hours : `${hours} ${unit(minutes % 60, '분', 'min')}`;
}

/** A size in the largest unit that fits: `812 KB`, `3.4 MB`. */
export function formatBytes(sizeBytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  const power = Math.min(Math.floor(Math.log2(Math.max(1, sizeBytes)) / 10), units.length - 1);
  const value = sizeBytes / 1024 ** power;
  const digits = { maximumFractionDigits: power > 1 && value < 100 ? 1 : 0 };
  return `${value.toLocaleString(localeOf(language), digits)} ${units[power] ?? 'B'}`;
}
