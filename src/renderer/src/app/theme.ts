import type { Settings } from '@shared/domain/settings';

/** Shows the page in `theme`, following the system while it is `system`. Returns how to stop. */
export function applyTheme(page: Window, theme: Settings['theme']): () => void {
  const dark = page.matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
    page.document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  };
  show();
  if (theme !== 'system') return () => undefined;
  dark.addEventListener('change', show);
  return () => dark.removeEventListener('change', show);
}
