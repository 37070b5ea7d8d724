import { useState } from 'react';
import { NoPictureSign } from './list-signs';

export interface PictureProps {
  /** Null shows a placeholder. */
  readonly url: string | null;
  /** Empty when the words beside it say the same. */
  readonly alt: string;
  /** Size and shape. */
  readonly className: string;
}

/** A supplier's picture, loaded when it comes into view; a placeholder when it cannot be loaded. */
export function Picture({ url, alt, className }: PictureProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  if (url === null || url === brokenUrl) {
    return (
      <span
        className={`flex shrink-0 items-center justify-center rounded-lg bg-sunken text-quiet ${className}`}
      >
        <NoPictureSign aria-hidden="true" size={18} />
      </span>
    );
  }
  return (
    <img
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBrokenUrl(url)}
      className={`shrink-0 rounded-lg bg-sunken object-cover ${className}`}
    />
  );
}
