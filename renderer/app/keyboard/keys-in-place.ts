/** A place and its keys: what each does, and how it is written. */
interface KeysInPlace {
  readonly title: string;
  readonly keys: readonly (readonly [string, readonly string[]])[];
}

/** Keys that belong to a place rather than to a command. */
export const inPlace: readonly KeysInPlace[] = [
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
    title: 'In a dialog',
    keys: [
      ['Do what its main button does', ['Enter']],
      ['The same from a text of several lines', ['Ctrl', 'Enter']],
      ['Close it', ['Esc']],
    ],
  },
  {
    title: 'In the list of evidence',
    keys: [
      ['Reviewed or not', ['R']],
      ['Flag or remove flag', ['F']],
      ['Relevance, from not relevant to hot', ['0', '1', '2', '3']],
      ['Tags and issue codes', ['T']],
      ['Expand or collapse a group', ['→', '←']],
    ],
  },
  {
    title: 'With words selected in a document',
    keys: [
      ['Highlight', ['H']],
      ['Underline', ['U']],
      ['Add note', ['N']],
      ['Mark for redaction', ['R']],
    ],
  },
  {
    title: 'On a box or a mark for redaction that is drawn',
    keys: [['Move or resize', ['M']]],
  },
  {
    title: 'While a box or a mark is drawn or moved',
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
      ['Expand, or go in', ['→']],
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
