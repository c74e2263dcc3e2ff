import type { RefObject } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { useCommand } from '../../client/index.ts';
import { editEntry } from './docket-dialogs.tsx';
import type { DocketActions } from './use-docket-actions.ts';
import { docketWords as words } from './words.ts';

interface DocketOnScreen {
  readonly search: RefObject<HTMLInputElement | null>;
  /** What is shown, as the list sorts it: what an export or a print writes. */
  readonly sorted: readonly DocketEntry[];
  readonly selected: readonly DocketEntry[];
  readonly actions: DocketActions;
  readonly mark: (entries: readonly DocketEntry[], isUnread: boolean) => void;
}

/** Menu, palette and keys, while the docket is looked at: they mean what is selected there, and what its filter leaves. */
export function useDocketCommands({ search, sorted, selected, actions, mark }: DocketOnScreen): void {
  const [only] = selected;
  const whyNotNow = (reason: string) => (only === undefined ? undefined : reason);
  const output = (kind: 'export' | 'print') =>
    editEntry({ kind, shown: sorted.map(({ id }) => id), selected: selected.map(({ id }) => id) });
  useCommand('list.filter', () => {
    search.current?.focus();
    search.current?.select();
  });
  useCommand('docket.move', () => only && editEntry({ kind: 'move', entry: only }), {
    isEnabled: selected.length === 1,
    whyNotNow: whyNotNow(words.onlyOne),
  });
  useCommand('docket.markUnread', () => mark(selected, true), {
    isEnabled: selected.some(({ isFromCourt }) => isFromCourt),
    whyNotNow: whyNotNow(words.neverUnread),
  });
  useCommand('docket.exportDocuments', () => void actions.exportDocuments(selected), {
    isEnabled: selected.some(({ evidenceId }) => evidenceId !== null),
    whyNotNow: whyNotNow(words.noDocuments),
  });
  useCommand('docket.export', () => output('export'));
  useCommand('docket.print', () => output('print'));
}
