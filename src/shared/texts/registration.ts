import type { CodeTexts } from './types';

export const registrationTexts = {} as const satisfies CodeTexts;
