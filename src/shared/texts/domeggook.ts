import type { CodeTexts } from './types';

export const domeggookTexts = {} as const satisfies CodeTexts;
