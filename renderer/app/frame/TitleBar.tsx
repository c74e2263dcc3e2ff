import {
  ChevronsUpDown,
  FilePlus2,
  FolderOpen,
  Info,
  Lock,
  PanelRight,
  Search,
  Settings,
  ShieldCheck,
  X,
} from 'lucide-react';
import { courtCitation } from '../../../shared/domain/court-citation.ts';
import {
  formatDate,
  formatInstant,
  formatTimeZone,
  showError,
  useCommandEntry,
  useCommandKeys,
  useEngineQuery,
  useMatter,
  useRunCommand,
} from '../../client/index.ts';
import { NextDue } from '../../features/deadlines/index.ts';
import { recentDetail, useMatterSession } from '../../features/matter/index.ts';
import { Button, IconButton, Kbd, MenuButton, type MenuEntry } from '../../ui/index.ts';

/** Which matter this is, whose clock counts, and whether its originals are known to be intact. */
export function TitleBar() {
  const matter = useMatter();
  const run = useRunCommand();
  const info = useEngineQuery('matter.get', { matterId: matter.id }).data;
  const commandKeys = useCommandKeys();
  const verified = info?.verifiedAt
    ? `Originals verified ${formatInstant(info.verifiedAt, matter.timezone)}`
    : 'Originals not verified yet';
  const court = courtCitation(matter.court) ?? matter.court;
  const about = [matter.number, court, formatTimeZone(matter.timezone)].filter(Boolean).join(' · ');
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line bg-frame pr-2 pl-1.5">
      {/* Where room is short the title gives way: the number tells cases apart, and the zone whose clock counts. */}
      <div className="flex min-w-0 [&>button]:min-w-0 [&>button]:shrink">
        <MatterSwitcher />
      </div>
      <p
        className="hidden max-w-[26vw] shrink-0 truncate text-sm text-ink-soft md:block"
        title={`${about}\nThe court’s clock: ${matter.timezone}`}
      >
        {about}
      </p>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <NextDue />
        <Button
          variant="quiet"
          size="small"
          icon={<ShieldCheck />}
          onPress={() => run('matter.verify')}
          aria-label={`${verified}. Verify now`}
        >
          <span className="hidden text-ink-soft lg:inline">
            {info?.verifiedAt
              ? `Originals verified ${formatDate(info.verifiedAt)}`
              : 'Originals not verified yet'}
          </span>
        </Button>
        <Button variant="quiet" size="small" icon={<Search />} onPress={() => run('palette.open')}>
          <span className="text-ink-soft max-sm:sr-only">Find or do</span>
          <span className="max-sm:hidden">
            <Kbd keys={commandKeys('palette.open')} />
          </span>
        </Button>
        <IconButton
          label="Show or hide the reader"
          icon={<PanelRight />}
          shortcut={commandKeys('view.toggleReader')}
          onPress={() => run('view.toggleReader')}
        />
        <IconButton
          label="Settings"
          icon={<Settings />}
          shortcut={commandKeys('settings.open')}
          onPress={() => run('settings.open')}
        />
      </div>
    </header>
  );
}

/** The matter's name, which opens the way to others. */
function MatterSwitcher() {
  const matter = useMatter();
  const entry = useCommandEntry();
  const { open } = useMatterSession();
  const recents = useEngineQuery('matter.listRecent', {}).data ?? [];
  const others = recents.filter(({ openId, isMissing }) => !isMissing && openId !== matter.id);
  const items: readonly MenuEntry[] = [
    entry('matter.edit', 'Matter details…', <Info />),
    ...(matter.isEncrypted ? [entry('matter.lock', 'Lock', <Lock />)] : []),
    entry('matter.close', 'Close', <X />),
    'separator',
    ...others.slice(0, 8).map((recent): MenuEntry => ({
      id: recent.recentId,
      label: recent.title,
      description: recentDetail(recent),
      onAction: () => void open({ recentId: recent.recentId }, recent.title).catch(showError),
    })),
    ...(others.length > 0 ? ['separator' as const] : []),
    entry('matter.new', 'New matter…', <FilePlus2 />),
    entry('matter.open', 'Open a matter…', <FolderOpen />),
  ];
  return (
    <MenuButton label="Matters" items={items}>
      <Button variant="quiet" aria-label={`Matter: ${matter.title}. Switch or manage`}>
        <span dir="auto" className="min-w-0 truncate text-left font-semibold" title={matter.title}>
          {matter.title}
        </span>
        <ChevronsUpDown aria-hidden className="text-ink-soft" />
      </Button>
    </MenuButton>
  );
}
