import { AppError } from '@shared/errors/app-error';

/** The address of `path` below `base` (which ends in `/external`). Throws NETWORK_BAD_ADDRESS. */
export function endpointUrl(
  base: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): URL {
  const url = URL.parse(base);
  if (url === null) throw new AppError('NETWORK_BAD_ADDRESS', { params: { address: base } });
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
