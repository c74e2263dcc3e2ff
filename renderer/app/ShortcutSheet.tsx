import { commands, type AppCommand } from '../../shared/contract/commands.ts';
import { keysOf } from '../client/index.ts';
import { Button, Dialog, Kbd } from '../ui/index.ts';

/** Keys that belong to a place rather than to a command. */
const inPlace: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [string, readonly string[]])[];
}[] = [
  {
    title: 'In lists',
    keys: [
      ['Go up or down', ['↑', '↓']],
      ['Choose more', ['Shift', '↑', '↓']],
      ['Move without choosing', ['Ctrl', '↑', '↓']],
      ['Choose or let go', ['Space']],
      ['Choose all', ['Ctrl', 'A']],
      ['Open', ['Enter']],
      ['Delete or remove', ['Del']],
      ['Menu of the row', ['Shift', 'F10']],
      ['Move the row, where order can change', ['Alt', '↑', '↓']],
      ['Find by first letters', ['A…Z']],
    ],
  },
  {
    title: 'In the list of evidence',
    keys: [
      ['Reviewed or not', ['R']],
      ['Flag or remove flag', ['F']],
      ['Relevance, from not relevant to hot', ['0', '1', '2', '3']],
      ['Tags and issue codes', ['T']],
      ['Unfold or fold a group', ['→', '←']],
    ],
  },
  {
    title: 'In the review, wherever the focus is',
    keys: [
      ['Responsive, or not', ['R', 'N']],
      ['Not relevant, somewhat, relevant, hot', ['X', 'S', 'L', 'H']],
      ['Issues', ['1', '…', '9']],
      ['Privilege', ['P']],
      ['Reviewed', ['V']],
      ['Flag or remove flag', ['F']],
      ['Next item', ['J', 'Enter']],
      ['Previous item', ['K']],
      ['Code several at once', ['B']],
    ],
  },
  {
    title: 'With words selected in a document',
    keys: [
      ['Highlight', ['H']],
      ['Underline', ['U']],
      ['Add note', ['N']],
    ],
  },
  {
    title: 'While a box is drawn',
    keys: [
      ['Move', ['↑', '↓', '←', '→']],
      ['Change its size', ['Shift', '↑', '↓']],
      ['In small steps', ['Alt', '↑', '↓']],
      ['Keep it', ['Enter']],
    ],
  },
  {
    title: 'In the list of notes',
    keys: [['Tags and issue codes', ['T']]],
  },
  {
    title: 'In the docket’s threads',
    keys: [
      ['Unfold, or go in', ['→']],
      ['Fold, or go out', ['←']],
    ],
  },
  {
    title: 'In the docket’s timeline',
    keys: [
      ['Mark before or after', ['←', '→']],
      ['Lane above or below', ['↑', '↓']],
      ['First or last mark', ['Home', 'End']],
      ['Open, or list what the mark stands for', ['Enter']],
    ],
  },
  {
    title: 'In the reader',
    keys: [
      ['Next or previous page', ['→', '←']],
      ['First or last page', ['Home', 'End']],
      ['Larger, smaller, fit width', ['+', '−', '0']],
      ['Back or forward along the way', ['Alt', '←', '→']],
      ['Take up more words, once some are selected', ['Shift', '→']],
      ['Close a tab, when it is focused', ['Del']],
      ['From a list: open in a tab of its own', ['Ctrl', 'Enter']],
    ],
  },
  {
    title: 'In the header of a list',
    keys: [
      ['Next or previous column', ['←', '→']],
      ['Sort', ['Enter']],
      ['Narrower or wider', ['Alt', '←', '→']],
    ],
  },
  {
    title: 'Between panes',
    keys: [
      ['Next pane', ['F6']],
      ['Previous pane', ['Shift', 'F6']],
      ['Move a divider, when it is focused', ['←', '→']],
    ],
  },
];

/** Every key there is, on one sheet. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const platform = window.forthwith.platform;
  const groups = Map.groupBy(
    Object.values<AppCommand>(commands).filter(({ accelerator }) => accelerator),
    ({ menu }) => menu,
  );
  return (
    <Dialog
      title="Keyboard shortcuts"
      width="large"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <div className="columns-2 gap-8" tabIndex={0} role="region" aria-label="Shortcuts">
        {[...groups].map(([menu, list]) => (
          <Group key={menu} title={menu}>
            {list.map(({ title, accelerator = '' }) => (
              <Line key={title} title={title.replace('…', '')} keys={keysOf(accelerator, platform)} />
            ))}
          </Group>
        ))}
        {inPlace.map(({ title, keys }) => (
          <Group key={title} title={title}>
            {keys.map(([what, which]) => (
              <Line key={what} title={what} keys={which} />
            ))}
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ title, keys }: { title: string; keys: readonly string[] }) {
  return (
    <div className="flex min-h-6.5 items-center justify-between gap-3 border-b border-line/60 last:border-0">
      <dt>{title}</dt>
      <dd>
        <Kbd keys={keys} />
      </dd>
    </div>
  );
}
