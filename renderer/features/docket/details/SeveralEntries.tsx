import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { MenuEntry } from '../../../ui/index.ts';
import { detailWords as words } from '../words.ts';
import { EntryButtons } from './EntryButtons.tsx';

/** What can be done with several entries at once. */
export function SeveralEntries(props: { entries: readonly DocketEntry[]; menu: readonly MenuEntry[] }) {
  const { entries, menu } = props;
  const documents = entries.filter(({ evidenceId }) => evidenceId !== null).length;
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <h2 className="text-lg font-semibold">{words.chosen(entries.length)}</h2>
      <p className="text-ink-soft">{words.chosenDocuments(documents)}</p>
      <EntryButtons menu={menu} />
    </div>
  );
}
