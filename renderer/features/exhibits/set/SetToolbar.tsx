import { ArrowLeft, Plus, Stamp } from 'lucide-react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, formatInstant, formatTimeZone, useMatter } from '../../../client/index.ts';
import { Badge, Button, IconButton, MoreMenu, Toolbar, type MenuEntry } from '../../../ui/index.ts';
import { checkAsFiled, checkFiling, compareWithManifest } from '../jobs/start-jobs.ts';
import { asFiledWords, filingWords } from '../filing/words.ts';
import { useRemoveSet } from '../sets/use-remove-set.ts';
import { setWords, words } from '../words.ts';
import { menuEntry, summarizedItems, type OpenDialog } from './exhibit-menu.ts';

interface SetToolbarProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** What can be done with the chosen exhibits. */
  readonly items: readonly MenuEntry[];
  readonly canBuild: boolean;
  readonly onBack: () => void;
  readonly onAdd: () => void;
  readonly onBuild: () => void;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onSettings: () => void;
}

/** The set's name and state, and what can be done with all of it. */
export function SetToolbar(props: SetToolbarProps) {
  const { set, exhibits, items, canBuild, onBack, onOpen } = props;
  const { id: matterId, isReadOnly, timezone } = useMatter();
  const remove = useRemoveSet();
  const isSealed = set.sealedAt !== null;
  const canSeal = !isReadOnly && exhibits.some((exhibit) => !exhibit.isSealed);
  const canEdit = !isReadOnly && !isSealed;
  const isBuilt = set.lastBuiltAt !== null;
  const menu: readonly MenuEntry[] = [
    ...items,
    'separator',
    menuEntry(words.relabel, canEdit && exhibits.length > 0, () => onOpen({ what: 'relabel' })),
    menuEntry(words.history, true, () => onOpen({ what: 'history' })),
    'separator',
    menuEntry(setWords.edit, true, props.onSettings),
    menuEntry(words.summary, summarizedItems(exhibits).length > 0, () => onOpen({ what: 'summary' })),
    menuEntry(words.print, exhibits.length > 0, () => onOpen({ what: 'print' })),
    menuEntry(filingWords.check, isBuilt, () => void checkFiling(matterId, set)),
    menuEntry(asFiledWords.check, !isReadOnly && isBuilt, () => void checkAsFiled(matterId, set)),
    menuEntry(words.compare, true, () => void compareWithManifest(matterId)),
    menuEntry(words.seal, canSeal, () => onOpen({ what: 'seal' })),
    menuEntry(setWords.delete, canEdit, () => {
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
        <Button icon={<Plus />} changesMatter onPress={props.onAdd}>
          <span className="@max-md:sr-only">{words.add}</span>
        </Button>
        <Button
          variant="primary"
          icon={<Stamp />}
          changesMatter
          isDisabled={!canBuild}
          onPress={props.onBuild}
        >
          {words.build}
        </Button>
      </Toolbar>
    </div>
  );
}
