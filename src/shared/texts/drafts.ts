import type { CodeTexts } from './types';

export const draftsTexts = {} as const satisfies CodeTexts;
