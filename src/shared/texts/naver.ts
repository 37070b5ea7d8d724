import type { CodeTexts } from './types';

export const naverTexts = {} as const satisfies CodeTexts;
