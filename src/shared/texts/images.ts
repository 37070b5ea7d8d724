import type { CodeTexts } from './types';

export const imagesTexts = {} as const satisfies CodeTexts;
