import type { Language } from '@shared/texts/types';

const localeOf = (language: Language): string => (language === 'ko' ? 'ko-KR' : 'en-US');

/** `1234` as `1,234원` or `₩1,234`. */
export function formatKrw(amountKrw: number, language: Language): string {
  const digits = amountKrw.toLocaleString(localeOf(language));
  return language === 'ko' ? `${digits}원` : `₩${digits}`;
}

export function formatCount(count: number, language: Language): string {
  return count.toLocaleString(localeOf(language));
}

/** Time of day, with the date when it is not today: `오후 3:05`, `11월 3일 오후 3:05`. */
export function formatTime(atMs: number, nowMs: number, language: Language): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return new Date(atMs).toLocaleString(localeOf(language), {
    hour: 'numeric',
    minute: '2-digit',
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
  });
}
