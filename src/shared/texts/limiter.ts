import type { CodeTexts } from './types';

export const limiterTexts = {} as const satisfies CodeTexts;
