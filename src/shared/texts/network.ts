import type { CodeTexts } from './types';

export const networkTexts = {} as const satisfies CodeTexts;
