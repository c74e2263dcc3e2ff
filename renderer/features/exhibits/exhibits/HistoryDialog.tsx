import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatInstant,
  formatTimeZone,
  messageOf,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Dialog, ErrorLine, LoadingState } from '../../../ui/index.ts';
import { WasNowTable } from '../insert/WasNowTable.tsx';
import { historyWords as words } from '../insert/words.ts';

/** Every was/now table of the set, kept for anyone who asks why a paper cites another label. */
export function HistoryDialog({ set, onClose }: { set: ExhibitSet; onClose: () => void }) {
  const { id: matterId, timezone } = useMatter();
  const { data: history, error } = useEngineQuery('exhibits.labelHistory', { matterId, setId: set.id });
  return (
    <Dialog title={words.title} onClose={onClose}>
      {error && <ErrorLine>{messageOf(error)}</ErrorLine>}
      {!history && !error && <LoadingState />}
      {history?.length === 0 && <p className="text-ink-soft">{words.empty}</p>}
      {history && history.length > 0 && (
        <>
          <p className="text-sm text-ink-soft">{words.zone(formatTimeZone(timezone))}</p>
          <ol className="flex flex-col gap-4">
            {history.map(({ at, by, changes }) => {
              const when = words.at(formatInstant(at, timezone), by);
              return (
                <li key={`${at} ${changes[0]?.id ?? ''}`} className="flex flex-col gap-1.5">
                  <h3 className="font-medium">{when}</h3>
                  <WasNowTable caption={when} changes={changes.filter(({ was, now }) => was !== now)} />
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Dialog>
  );
}
