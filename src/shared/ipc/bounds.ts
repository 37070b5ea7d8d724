/** Most rows of one page of a list. */
export const PAGE_MAX_ROWS = 500;
