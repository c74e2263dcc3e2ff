import type { DocketEntry } from '../../../shared/model/docket.ts';
import { formatCount } from '../../client/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { editEntry } from './docket-dialogs.tsx';
import type { DocketActions } from './use-docket-actions.ts';
import { docketWords as words, outputWords, threadWords } from './words.ts';

export interface EntryMenuOptions {
  readonly isReadOnly: boolean;
  readonly actions: DocketActions;
  readonly mark: (entries: readonly DocketEntry[], isUnread: boolean) => void;
}

/** What can be done with the chosen entries, for the menu of a row and that of the strip above. */
export function entryMenu(
  entries: readonly DocketEntry[],
  { isReadOnly, actions, mark }: EntryMenuOptions,
): readonly MenuEntry[] {
  const [entry] = entries;
  if (!entry) return [];
  const isOne = entries.length === 1;
  const isDisabled = isReadOnly;
  const hasDocument = entry.evidenceId !== null;
  const isToRead = entries.some(({ isUnread }) => isUnread);
  const one: readonly MenuEntry[] = [
    ...(hasDocument
      ? [
          { id: 'open', label: words.open, shortcut: ['Enter'], onAction: () => actions.open(entry) },
          'separator' as const,
        ]
      : []),
    { id: 'edit', label: words.edit, isDisabled, onAction: () => editEntry({ kind: 'edit', entry }) },
    {
      id: 'attachment',
      label: words.attach,
      isDisabled: isDisabled || entry.number === null,
      onAction: () => editEntry({ kind: 'attachment', of: entry }),
    },
    {
      id: 'link',
      label: hasDocument ? words.linkOther : words.link,
      isDisabled,
      onAction: () => editEntry({ kind: 'link', entry }),
    },
    ...(hasDocument
      ? [{ id: 'unlink', label: words.unlink, isDisabled, onAction: () => actions.unlink(entry) }]
      : []),
    'separator',
    {
      id: 'move',
      label: threadWords.move,
      isDisabled,
      onAction: () => editEntry({ kind: 'move', entry }),
    },
    ...(entry.isParentChosen
      ? [
          {
            id: 'automatic',
            label: threadWords.automatic,
            isDisabled,
            onAction: () => actions.backToAutomatic(entry),
          },
        ]
      : []),
  ];
  return [
    ...(isOne ? one : []),
    {
      id: 'mark',
      label: isToRead ? words.markRead : words.markUnread,
      isDisabled: isDisabled || !entries.some(({ isFromCourt }) => isFromCourt),
      onAction: () => mark(entries, !isToRead),
    },
    'separator',
    {
      id: 'exportDocuments',
      label: outputWords.exportDocuments,
      isDisabled: entries.every(({ evidenceId }) => evidenceId === null),
      onAction: () => void actions.exportDocuments(entries),
    },
    'separator',
    {
      id: 'delete',
      label: isOne ? 'Delete' : `Delete ${formatCount(entries.length, 'entry', 'entries')}`,
      shortcut: ['Del'],
      isDanger: true,
      isDisabled,
      onAction: () => actions.remove(entries),
    },
  ];
}
