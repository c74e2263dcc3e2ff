import { Eye, Lock, LockOpen } from 'lucide-react';
import { useCanComment, useMatter } from '../../client/index.ts';
import { JobStatus } from '../../features/jobs/index.ts';
import { useSettings } from '../../features/settings/index.ts';

/** Toasts lie in it on the right, or below where the window is narrow: what they need beyond its height it gives them. */
const roomForToasts =
  'h-[max(2rem,var(--toasts-height,0px))] max-lg:h-[calc(2rem+var(--toasts-height,0px))] max-lg:pb-(--toasts-height)';

/** What is running, and the state of the matter: who acts, locked or not, read-only or not. */
export function StatusBar() {
  const { isEncrypted, isReadOnly } = useMatter();
  const canComment = useCanComment();
  const { person } = useSettings();
  return (
    <footer
      data-pane
      aria-label="Status"
      tabIndex={-1}
      className={`mt-auto flex shrink-0 items-center gap-4 border-t border-line bg-frame px-3 text-sm text-ink-soft [&_svg]:size-3.5 ${roomForToasts}`}
    >
      <div className="min-w-0 grow">
        <JobStatus />
      </div>
      {isReadOnly && (
        <span className="flex items-center gap-1.5">
          <Eye aria-hidden /> {canComment ? 'Notes and coding only' : 'Read only'}
        </span>
      )}
      <span className="flex items-center gap-1.5 whitespace-nowrap">
        {isEncrypted ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        {isEncrypted ? 'Encrypted' : 'No passphrase'}
      </span>
      {person.name !== '' && <span className="max-w-48 truncate">{person.name}</span>}
    </footer>
  );
}
