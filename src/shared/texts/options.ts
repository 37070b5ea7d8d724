import type { CodeTexts } from './types';

export const optionsTexts = {} as const satisfies CodeTexts;
