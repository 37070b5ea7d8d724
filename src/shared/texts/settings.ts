import type { CodeTexts } from './types';

export const settingsTexts = {} as const satisfies CodeTexts;
