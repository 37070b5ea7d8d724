const HIDDEN = '***';

/** `url` as text for logs and errors: values of `secretParams` and any user information hidden. */
export function redactedUrl(url: URL, secretParams: readonly string[] = []): string {
  const shown = new URL(url);
  for (const name of new Set(shown.searchParams.keys())) {
    if (secretParams.some((secret) => secret.toLowerCase() === name.toLowerCase())) {
      shown.searchParams.set(name, HIDDEN);
    }
  }
  if (shown.username !== '') shown.username = HIDDEN;
  if (shown.password !== '') shown.password = HIDDEN;
  return shown.toString();
}
