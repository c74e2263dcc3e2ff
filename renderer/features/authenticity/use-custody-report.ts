import type { EvidenceId } from '../../../shared/model/common.ts';
import { runJob, showError, useMatter } from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { custodyWords as words } from './words.ts';

/** Asks where to, writes the custody report of items, and says what it found. @returns given the title of the first item */
export function useCustodyReport(): (ids: readonly EvidenceId[], title: string | undefined) => Promise<void> {
  const { id: matterId } = useMatter();
  return async (ids, title) => {
    try {
      const target = await window.forthwith.saveFile('custody-report', words.fileName(title, ids.length));
      if (!target) return;
      const { pages, altered, alteredRecords, isCustodyWhole } = await runJob('authenticity.custody', {
        matterId,
        ids: [...ids],
        target: { token: target.token },
      });
      if (altered.length > 0)
        showToast({
          tone: 'error',
          message: words.altered(
            target.name,
            altered.map((item) => item.title),
          ),
        });
      else if (alteredRecords.length > 0)
        showToast({
          tone: 'error',
          message: words.alteredRecords(
            target.name,
            alteredRecords.map(({ title, what }) => `${title} (${what})`),
          ),
        });
      else if (!isCustodyWhole) showToast({ tone: 'error', message: words.broken(target.name) });
      else showToast({ message: words.saved(target.name, pages) });
    } catch (error) {
      showError(error);
    }
  };
}
