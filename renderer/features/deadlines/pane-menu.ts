import type { CommandId } from '../../../shared/contract/commands.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { deadlineWords as words } from './words.ts';

interface PaneMenuOptions {
  readonly isDoneFolded: boolean;
  readonly onFoldDone: (isFolded: boolean) => void;
  readonly showsDetails: boolean;
  readonly onShowDetails: (showsDetails: boolean) => void;
  readonly run: (command: CommandId) => unknown;
}

/** What can be done with the deadlines as a whole. */
export function paneMenu(options: PaneMenuOptions): readonly MenuEntry[] {
  const { isDoneFolded, onFoldDone, showsDetails, onShowDetails, run } = options;
  const item = (id: CommandId & keyof typeof words) => ({
    id,
    label: words[id],
    onAction: () => void run(id),
  });
  return [
    {
      id: 'done',
      label: isDoneFolded ? words.unfoldDone : words.foldDone,
      onAction: () => onFoldDone(!isDoneFolded),
    },
    {
      id: 'details',
      label: showsDetails ? words.hideDetails : words.showDetails,
      onAction: () => onShowDetails(!showsDetails),
    },
    'separator',
    item('deadlines.days'),
    item('deadlines.rules'),
    item('deadlines.reminders'),
    'separator',
    item('deadlines.exportCalendar'),
    item('deadlines.controlSheet'),
  ];
}
