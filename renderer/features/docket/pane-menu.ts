import type { CommandId } from '../../../shared/contract/commands.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { viewWords } from './words.ts';

interface PaneMenuOptions {
  readonly isReadOnly: boolean;
  readonly hasUnread: boolean;
  readonly showsDetails: boolean;
  readonly run: (command: CommandId) => unknown;
  readonly commandKeys: (command: CommandId) => readonly string[];
  readonly onAllRead: () => void;
  /** Folds or unfolds all threads; null in views that have none. */
  readonly onFold: ((isFolded: boolean) => void) | null;
  readonly onShowDetails: (showsDetails: boolean) => void;
}

/** What can be done with the docket as a whole. */
export function paneMenu(options: PaneMenuOptions): readonly MenuEntry[] {
  const { isReadOnly, hasUnread, showsDetails, run, commandKeys, onAllRead, onFold, onShowDetails } = options;
  return [
    {
      id: 'allRead',
      label: viewWords.markAllRead,
      isDisabled: isReadOnly || !hasUnread,
      onAction: onAllRead,
    },
    ...(onFold
      ? [
          { id: 'fold', label: viewWords.foldAll, onAction: () => onFold(true) },
          { id: 'unfold', label: viewWords.unfoldAll, onAction: () => onFold(false) },
        ]
      : []),
    'separator',
    ...(['docket.import', 'docket.export', 'docket.print'] as const).map((id) => ({
      id,
      label: viewWords[id],
      shortcut: commandKeys(id),
      isDisabled: id === 'docket.import' && isReadOnly,
      onAction: () => void run(id),
    })),
    'separator',
    {
      id: 'details',
      label: showsDetails ? viewWords.hideDetails : viewWords.showDetails,
      onAction: () => onShowDetails(!showsDetails),
    },
  ];
}
