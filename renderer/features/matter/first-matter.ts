import type { Matter, RecentMatter } from '../../../shared/model/matter.ts';
import { engineClient, showError } from '../../client/index.ts';

export type FirstMatter =
  | { readonly kind: 'open'; readonly matter: Matter }
  | { readonly kind: 'recent'; readonly recent: RecentMatter }
  | { readonly kind: 'sample' }
  | { readonly kind: 'none' };

/** Under this name the settings remember which matter was left open. Empty when it was closed. */
const layoutKey = 'lastMatter';

/** What the window begins with: what is open, else what was left open last time, else the sample on the first day. */
export async function chooseFirst(): Promise<FirstMatter> {
  const [open, recents, settings] = await Promise.all([
    engineClient['matter.listOpen']({}),
    engineClient['matter.listRecent']({}),
    engineClient['settings.get']({}),
  ]);
  const [matter] = open;
  if (matter) return { kind: 'open', matter };
  const last = recents.find(
    ({ recentId, isMissing }) => recentId === settings.layout[layoutKey] && !isMissing,
  );
  if (last) return { kind: 'recent', recent: last };
  return recents.length === 0 && !settings.hasSeenSample ? { kind: 'sample' } : { kind: 'none' };
}

/** Remembers which matter to begin with next time: null means the one opened last, the empty string for none. */
export function rememberLast(recentId: string | null): void {
  const store = async () => {
    const [settings, recents] = await Promise.all([
      engineClient['settings.get']({}),
      engineClient['matter.listRecent']({}),
    ]);
    const newest = recents.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))[0]?.recentId;
    const last = recentId ?? newest ?? '';
    // Most starts begin with what is remembered already: nothing is written then, and nothing has to be read again.
    if (settings.hasSeenSample && settings.layout[layoutKey] === last) return;
    const layout = { ...settings.layout, [layoutKey]: last };
    await engineClient['settings.update']({ patch: { layout, hasSeenSample: true } });
  };
  store().catch(showError);
}
