import { AppError } from '@shared/errors/app-error';

/** More pages than this means that the paging itself is broken. */
const MAX_PAGES = 200;

/** Throws NAVER_ANSWER_UNEXPECTED for a page that no real list of `api` has. */
export function assertSanePaging(page: number, api: string): void {
  if (page <= MAX_PAGES) return;
  throw new AppError('NAVER_ANSWER_UNEXPECTED', { params: { api, problem: 'totalPages' } });
}
