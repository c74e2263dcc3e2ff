/**
 * Keeps `data-theme` on the page in step with light or dark. Main tells Chromium which one applies (the person's choice, or
 * the system's), so the page need only follow, and is right from its first frame on.
 */
export function followSystemTheme(): void {
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => (document.documentElement.dataset['theme'] = prefersDark.matches ? 'dark' : 'light');
  prefersDark.addEventListener('change', apply);
  apply();
}
