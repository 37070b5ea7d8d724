/** What a shell's page may load besides its own files. */
export interface ContentPolicyOptions {
  /** Origins of pictures besides our own; suppliers' pictures come over https from many hosts. */
  readonly pictureSources: readonly string[];
  /** Origins the page may open connections to besides its own. */
  readonly connectSources: readonly string[];
}

/**
 * The one style element that react-aria adds by itself (`touch-action` of pressable elements,
 * react-aria 3.53 `usePress`, read 2026-11), by its SHA-256, so that no other inline style has to be
 * allowed.
 */
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** The page's Content-Security-Policy: own scripts only, no frames, no plugins, no forms elsewhere. */
export function contentPolicy({ pictureSources, connectSources }: ContentPolicyOptions): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' ${PRESSABLE_STYLE}`,
    `img-src ${["'self'", 'data:', 'blob:', ...pictureSources].join(' ')}`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...connectSources].join(' ')}`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ');
}
