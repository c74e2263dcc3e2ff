import { Highlighter, MessageSquarePlus, RectangleEllipsis, Scale, Underline } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { colorWords } from '../../../../shared/domain/evidence/color-words.ts';
import type { NoteKind } from '../../../../shared/model/notes.ts';
import { isEditing, useCommand, useHasSingleKeys, useMatter, useSingleKey } from '../../../client/index.ts';
import { IconButton, MenuButton } from '../../../ui/index.ts';
import { colorChoices, markColors } from '../marks/mark-colors.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { markWords as words } from '../words.ts';

/** What words can be marked as. */
export type WordsKind = Extract<NoteKind, 'highlight' | 'underline' | 'note' | 'redaction'>;
const kinds: readonly { kind: WordsKind; letter: string; icon: ReactElement }[] = [
  { kind: 'highlight', letter: 'H', icon: <Highlighter /> },
  { kind: 'underline', letter: 'U', icon: <Underline /> },
  { kind: 'note', letter: 'N', icon: <MessageSquarePlus /> },
  { kind: 'redaction', letter: 'R', icon: <RectangleEllipsis /> },
];

/** Room the bar takes, in CSS pixels, for keeping it within the window. */
const bar = { width: 208, height: 36, gap: 8 };

interface MarkBarProps {
  /** Where the selection ends, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** Whether the words are on pages, where they can be redacted. */
  readonly isOnPages: boolean;
  readonly onMark: (kind: WordsKind) => void;
  /** Makes a fact of the words. */
  readonly onFact: () => void;
}

/** What can be done with selected words, beside them. H, U, N, R and F do the same while the keyboard is there. */
export function MarkBar({ at, isOnPages, onMark, onFact }: MarkBarProps) {
  const { isReadOnly } = useMatter();
  const canMakeFacts = !isReadOnly;
  const [color, setColor] = useMarkColor();
  const hasSingleKeys = useHasSingleKeys();
  const singleKey = useSingleKey();
  const offered = kinds.filter(({ kind }) => isOnPages || kind !== 'redaction');
  const doIt = (key: string) => {
    const own = offered.find(({ letter }) => letter === key);
    if (own) onMark(own.kind);
    else if (key === 'F' && canMakeFacts) onFact();
    else return false;
    return true;
  };
  const latest = useRef(doIt);
  useEffect(() => {
    latest.current = doIt;
  });
  useEffect(() => {
    if (!hasSingleKeys) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isEditing(document.activeElement) || !isBesideSelection(document.activeElement)) return;
      if (document.querySelector('[data-modal-overlay]')) return;
      if (!latest.current(event.key.toUpperCase())) return;
      event.preventDefault();
      // Otherwise the letter would start a search by name.
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [hasSingleKeys]);
  useCommand('notes.highlight', () => onMark('highlight'));
  useCommand('notes.underline', () => onMark('underline'));
  useCommand('notes.noteOnWords', () => onMark('note'));
  useCommand('notes.redaction', () => onMark('redaction'), { isOffered: isOnPages });
  useCommand('argument.factFromWords', onFact, { isOffered: canMakeFacts });

  const left = Math.max(bar.gap, Math.min(at.x - bar.width / 2, window.innerWidth - bar.width - bar.gap));
  const isBelow = at.y + bar.gap + bar.height < window.innerHeight - bar.gap;
  return (
    <div
      role="toolbar"
      aria-label={words.selectionBar}
      // The words stay selected while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      className="fixed z-30 flex items-center gap-0.5 rounded-lg border border-line bg-raised p-0.5 shadow-pop"
      style={{ left, top: isBelow ? at.y + bar.gap : at.y - bar.height - 3 * bar.gap }}
    >
      {offered.map(({ kind, letter, icon }) => (
        <IconButton
          key={kind}
          label={words[kind]}
          shortcut={singleKey(letter)}
          icon={icon}
          onPress={() => onMark(kind)}
        />
      ))}
      {canMakeFacts && (
        <IconButton label={words.fact} shortcut={singleKey('F')} icon={<Scale />} onPress={onFact} />
      )}
      <MenuButton
        label={words.colors}
        items={colorChoices.map((each) => ({
          id: each,
          label: colorWords[each],
          icon: <Dot color={each} />,
          onAction: () => setColor(each),
        }))}
      >
        <IconButton label={words.color(colorWords[color])} icon={<Dot color={color} />} />
      </MenuButton>
    </div>
  );
}

/** Single keys act on the words only while the focus is in their pane: in a list they act on its rows. */
function isBesideSelection(active: Element | null): boolean {
  const pane = window.getSelection()?.anchorNode?.parentElement?.closest('[data-pane]');
  return !pane || active === null || active === document.body || pane.contains(active);
}

function Dot({ color }: { color: keyof typeof markColors }) {
  return (
    <span
      aria-hidden
      className={`block size-4 rounded-full border-2 forced-color-adjust-none ${markColors[color].fill} ${markColors[color].line}`}
    />
  );
}
