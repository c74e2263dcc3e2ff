import { ArchiveRestore, BookOpen, FilePlus2, FolderOpen, Lock, RotateCcw, Scale, X } from 'lucide-react';
import type { CommandId } from '../../../shared/contract/commands.ts';
import type { RecentMatter } from '../../../shared/model/matter.ts';
import {
  formatDate,
  messageOf,
  showError,
  useCommandKeys,
  useEngineMutation,
  useEngineQuery,
  useRunCommand,
} from '../../client/index.ts';
import { Badge, Button, ErrorState, IconButton, Kbd, useFocusBrought } from '../../ui/index.ts';
import { recentDetail } from './recent-detail.ts';
import { useMatterSession } from './MatterSessionProvider.tsx';
import { matterWords as words } from './words.ts';

/** Shown while no matter is open: the recent ones, and the ways to begin. */
export function WelcomeScreen() {
  const run = useRunCommand();
  useFocusBrought();
  const recents = useEngineQuery('matter.listRecent', {});
  return (
    <main className="flex h-full justify-center overflow-auto bg-surface px-8 py-[10vh]">
      <div className="flex w-full max-w-176 flex-col gap-8">
        <header className="flex flex-col gap-1.5">
          <h1 className="flex items-center gap-2.5 text-2xl font-semibold tracking-tight">
            <Scale aria-hidden className="size-6 text-accent-text" />
            {words.appName}
          </h1>
          <p className="text-ink-soft">{words.welcome}</p>
        </header>
        <div className="grid gap-8 md:grid-cols-[13.5rem_1fr]">
          <section aria-label={words.begin} className="flex flex-col items-stretch gap-1 *:justify-start">
            <Button
              variant="primary"
              icon={<FilePlus2 />}
              iconAfter={<Keys of="matter.new" isInverted />}
              onPress={() => run('matter.new')}
            >
              {words.newMatter}
            </Button>
            <Button
              icon={<FolderOpen />}
              iconAfter={<Keys of="matter.open" />}
              onPress={() => run('matter.open')}
            >
              {words.open}
            </Button>
            <Button variant="quiet" icon={<ArchiveRestore />} onPress={() => run('matter.restore')}>
              {words.restore}
            </Button>
            <Button variant="quiet" icon={<BookOpen />} onPress={() => run('matter.sample')}>
              {words.sample}
            </Button>
            <Button variant="quiet" icon={<RotateCcw />} onPress={() => run('matter.resetSample')}>
              {words.resetSample}
            </Button>
          </section>
          <section aria-labelledby="recent-matters" className="min-w-0">
            <h2 id="recent-matters" className="mb-2 font-semibold">
              {words.recent}
            </h2>
            {recents.isError ? (
              <ErrorState message={messageOf(recents.error)} />
            ) : (
              <RecentList
                recents={recents.data ?? []}
                isLoaded={recents.isSuccess}
                onForgotten={() => void recents.refetch()}
              />
            )}
          </section>
        </div>
      </div>
    </main>
  );
}

/** The keys that do the same, at the button's end. */
function Keys({ of, isInverted = false }: { of: CommandId; isInverted?: boolean }) {
  const keys = useCommandKeys()(of);
  return keys.length === 0 ? null : (
    <span aria-hidden className="ml-auto">
      <Kbd keys={keys} isInverted={isInverted} />
    </span>
  );
}

interface RecentListProps {
  readonly recents: readonly RecentMatter[];
  readonly isLoaded: boolean;
  readonly onForgotten: () => void;
}

function RecentList({ recents, isLoaded, onForgotten }: RecentListProps) {
  const { open } = useMatterSession();
  const forget = useEngineMutation('matter.forgetRecent', { onSuccess: onForgotten });
  if (isLoaded && recents.length === 0) return <p className="text-ink-soft">{words.noRecent}</p>;
  return (
    <ul className="flex flex-col">
      {recents.map((recent) => (
        <li key={recent.recentId} className="flex items-center gap-1 border-b border-line last:border-0">
          <button
            type="button"
            disabled={recent.isMissing}
            onClick={() => open({ recentId: recent.recentId }, recent.title).catch(showError)}
            className="flex min-w-0 grow cursor-default flex-col rounded-md px-2 py-2 text-left enabled:hover:bg-hover disabled:text-ink-soft"
          >
            <span className="flex w-full items-center gap-2">
              <span dir="auto" className="truncate text-left font-medium" title={recent.title}>
                {recent.title}
              </span>
              {recent.isEncrypted && (
                <Badge icon={<Lock aria-hidden />} title={words.needsPassphrase}>
                  {words.passphrase}
                </Badge>
              )}
              {recent.isMissing && <Badge tone="warning">{words.missing}</Badge>}
            </span>
            <span className="w-full truncate text-sm text-ink-soft">
              {[recent.fileName, recentDetail(recent), words.openedOn(formatDate(recent.openedAt))]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </button>
          <IconButton
            label={words.forget(recent.title)}
            icon={<X />}
            size="small"
            onPress={() => forget.mutate({ recentId: recent.recentId })}
          />
        </li>
      ))}
    </ul>
  );
}
