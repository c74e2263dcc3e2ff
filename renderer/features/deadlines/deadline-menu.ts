import { isDoubted } from '../../../shared/domain/deadlines/doubted.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import { formatCount } from '../../client/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import type { DeadlineActions } from './use-deadline-actions.ts';
import { actionWords as words } from './words.ts';

/** How long reminders can be put off. */
export const snoozeChoices: readonly { readonly minutes: number; readonly text: string }[] = [
  { minutes: 15, text: 'in 15 minutes' },
  { minutes: 60, text: 'in an hour' },
  { minutes: 240, text: 'in 4 hours' },
  { minutes: 1440, text: 'in a day' },
];

export interface DeadlineMenuOptions {
  readonly isReadOnly: boolean;
  readonly actions: DeadlineActions;
  /** How a single key is written, where single keys are on. */
  readonly singleKey: (key: string) => readonly string[];
}

/** What can be done with the chosen deadlines. */
export function deadlineMenu(
  deadlines: readonly Deadline[],
  options: DeadlineMenuOptions,
): readonly MenuEntry[] {
  const { isReadOnly: isDisabled, actions } = options;
  const [deadline] = deadlines;
  if (!deadline) return [];
  const isOne = deadlines.length === 1;
  // What an entry speaks against is seen to one by one.
  const moved = deadlines.filter(
    (each) => (each.moved !== null && !isDoubted(each)) || (isOne && isDoubted(each)),
  );
  const noted: readonly MenuEntry[] =
    moved.length === 0
      ? []
      : [
          {
            id: 'acknowledge',
            label: words.acknowledge,
            isDisabled,
            onAction: () => actions.acknowledge(moved),
          },
          'separator',
        ];
  return [
    ...(isOne ? statusItems(deadline, options) : []),
    ...noted,
    ...(isOne ? placeItems(deadline, actions) : []),
    {
      id: 'delete',
      label: isOne ? words.delete : words.deleteSeveral(formatCount(deadlines.length, 'deadline')),
      shortcut: ['Del'],
      isDanger: true,
      isDisabled,
      onAction: () => actions.remove(deadlines),
    },
  ];
}

function statusItems(
  deadline: Deadline,
  { isReadOnly: isDisabled, actions, singleKey }: DeadlineMenuOptions,
): readonly MenuEntry[] {
  const status: readonly MenuEntry[] =
    deadline.status === 'open'
      ? [
          {
            id: 'done',
            label: words.done,
            shortcut: ['Space'],
            isDisabled,
            onAction: () => actions.markDone(deadline),
          },
          { id: 'dismiss', label: words.dismiss, isDisabled, onAction: () => actions.dismiss(deadline) },
        ]
      : [{ id: 'reopen', label: words.reopen, isDisabled, onAction: () => actions.reopen(deadline) }];
  return [
    ...status,
    {
      id: 'edit',
      label: words.edit,
      shortcut: singleKey('E'),
      isDisabled,
      onAction: () => actions.edit(deadline),
    },
    { id: 'override', label: words.override, isDisabled, onAction: () => actions.override(deadline) },
    'separator',
  ];
}

function placeItems(deadline: Deadline, actions: DeadlineActions): readonly MenuEntry[] {
  const { trigger, title, evidenceId } = deadline;
  const entryId = deadline.entryId ?? (trigger.kind === 'entry' ? trigger.entryId : null);
  const items: readonly MenuEntry[] = [
    ...(entryId === null
      ? []
      : [{ id: 'entry', label: words.goToEntry, onAction: () => actions.goToEntry(entryId) }]),
    ...(evidenceId === null
      ? []
      : [
          {
            id: 'document',
            label: words.openDocument,
            onAction: () => actions.openDocument(evidenceId, title),
          },
        ]),
  ];
  return items.length === 0 ? [] : [...items, 'separator'];
}
