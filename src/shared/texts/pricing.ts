import type { CodeTexts } from './types';

export const pricingTexts = {} as const satisfies CodeTexts;
