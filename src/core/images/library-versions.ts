import sharp from 'sharp';

/** Versions of the picture library and of what it is built on. */
export function pictureLibraryVersions(): { readonly sharp: string; readonly libvips: string } {
  const { sharp: own, vips } = sharp.versions;
  return { sharp: own ?? '', libvips: vips };
}
