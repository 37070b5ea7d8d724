import type { CodeTexts } from './types';

export const intakeTexts = {} as const satisfies CodeTexts;
