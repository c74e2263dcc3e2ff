import { ArrowLeft, Plus, Stamp } from 'lucide-react';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatCount,
  formatInstant,
  formatTimeZone,
  useCommandEntry,
  useMatter,
} from '../../../client/index.ts';
import { Badge, Button, IconButton, MoreMenu, Toolbar, type MenuEntry } from '../../../ui/index.ts';
import { asFiledWords, filingWords } from '../filing/words.ts';
import { useRemoveSet } from '../sets/use-remove-set.ts';
import { setWords, words } from '../words.ts';
import { menuEntry } from './exhibit-menu.ts';

interface SetToolbarProps {
  readonly set: ExhibitSet;
  /** What can be done with the chosen exhibits. */
  readonly items: readonly MenuEntry[];
  readonly onBack: () => void;
  readonly onSettings: () => void;
}

/** The set's name and state, and what can be done with all of it. */
export function SetToolbar({ set, items, onBack, onSettings }: SetToolbarProps) {
  const { isReadOnly, timezone } = useMatter();
  const entry = useCommandEntry();
  const remove = useRemoveSet();
  const add = entry('exhibits.addEvidence', words.add);
  const build = entry('exhibits.build', words.build);
  const menu: readonly MenuEntry[] = [
    ...items,
    'separator',
    entry('exhibits.relabel', words.relabel),
    entry('exhibits.history', words.history),
    'separator',
    menuEntry(setWords.edit, true, onSettings),
    entry('exhibits.summary', words.summary),
    entry('exhibits.print', words.print),
    entry('exhibits.checkFiling', filingWords.check),
    entry('exhibits.checkAsFiled', asFiledWords.check),
    entry('exhibits.compare', words.compare),
    entry('exhibits.seal', words.seal),
    menuEntry(setWords.delete, !isReadOnly && set.sealedAt === null, () => {
      remove(set);
      onBack();
    }),
  ];
  const sealedAt = set.sealedAt && `${formatInstant(set.sealedAt, timezone)}, ${formatTimeZone(timezone)}`;
  return (
    <div className="@container shrink-0">
      <Toolbar label={set.name}>
        <IconButton label={setWords.back} icon={<ArrowLeft />} onPress={onBack} />
        <h2 className="flex min-w-0 grow items-center gap-2">
          <span dir="auto" className="truncate text-left text-lg font-semibold" title={set.name}>
            {set.name}
          </span>
          {sealedAt && (
            <Badge tone="success" title={`${setWords.sealedAt(sealedAt)} ${words.sealedNote}`}>
              {setWords.sealed}
            </Badge>
          )}
          <span className="min-w-0 shrink-[99] truncate text-sm font-normal text-ink-soft tabular-nums @max-xl:hidden @3xl:shrink-0">
            {formatCount(set.exhibits, 'exhibit')}, {formatCount(set.pages, 'page')}
          </span>
        </h2>
        <MoreMenu label={words.more} items={menu} />
        <Button icon={<Plus />} changesMatter onPress={add.onAction}>
          <span className="@max-md:sr-only">{add.label}</span>
        </Button>
        <Button
          variant="primary"
          icon={<Stamp />}
          changesMatter
          isDisabled={build.isDisabled}
          onPress={build.onAction}
        >
          {build.label}
        </Button>
      </Toolbar>
    </div>
  );
}
