import { joinRuns } from '../../../../shared/domain/exhibits/bates.ts';
import type { Build, Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Button, buttonWords, ConfirmDialog, Dialog } from '../../../ui/index.ts';
import { disturbance } from '../builds/build-outputs.ts';
import { useAskedAnew } from '../builds/use-asked-anew.ts';
import { buildWords } from '../builds/words.ts';
import { nameSome } from '../exhibits/NamedExhibits.tsx';
import { sealSet } from '../jobs/start-jobs.ts';
import { editWords as words, words as setWords } from '../words.ts';

interface SealDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** Goes on to a build, which a seal needs. */
  readonly onBuild: () => void;
  readonly onClose: () => void;
}

/** Says what sealing means before it is done, because it cannot be undone. */
export function SealDialog({ set, exhibits, onBuild, onClose }: SealDialogProps) {
  const { id: matterId } = useMatter();
  const { data: builds, refetch } = useEngineQuery('exhibits.build.list', { matterId, setId: set.id });
  useAskedAnew(refetch);
  // The newest build comes first; an older one that fits again would not do.
  const isBuilt = builds === undefined || builds[0]?.isCurrent === true;
  const hasNumbers = set.bates !== null || exhibits.some(({ batesFirst }) => batesFirst !== null);
  if (!isBuilt) {
    const [newest] = builds;
    // A file with only a later time may be unchanged: the seal reads it.
    const broken = newest?.isOfSet ? disturbance(newest).changed : [];
    return (
      <Dialog
        title={words.sealTitle}
        width="small"
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose}>{buttonWords.cancel}</Button>
            <Button variant="primary" autoFocus onPress={onBuild}>
              {setWords.build}
            </Button>
          </>
        }
      >
        <p>
          {broken.length > 0 ? buildWords.disturbedFiles(broken.length) : words.sealNeedsBuild(hasNumbers)}
        </p>
        <BrokenFiles files={broken} />
      </Dialog>
    );
  }
  const runs = joinRuns(
    set.bates?.prefix ?? '',
    exhibits.flatMap(({ batesFirst, batesLast, batesState }) =>
      batesState === 'reserved' && batesFirst !== null && batesLast !== null
        ? [{ first: batesFirst, last: batesLast }]
        : [],
    ),
  );
  const kept = exhibits.filter(({ status }) => status === 'reserved').map(({ label }) => label);
  return (
    <ConfirmDialog
      title={words.sealTitle}
      confirmLabel={words.seal}
      isDanger
      onConfirm={() => {
        void sealSet(matterId, set);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{words.sealBody(hasNumbers)}</p>
      {runs.length > 0 && <p className="font-medium">{words.sealNumbers(nameSome(runs))}</p>}
      {kept.length > 0 && <p>{words.sealReserved(kept.join(', '))}</p>}
      <p className="text-ink-soft">{words.sealLate(hasNumbers)}</p>
    </ConfirmDialog>
  );
}

function BrokenFiles({ files }: { files: Build['disturbedFiles'] }) {
  if (files.length === 0) return null;
  return (
    <ul className="flex max-h-40 flex-col gap-1 overflow-y-auto" tabIndex={0} aria-label={buildWords.files}>
      {files.map(({ file, change }) => (
        <li key={file} data-selectable className="wrap-anywhere">
          {file} <span className="text-ink-soft">· {buildWords.disturbed[change]}</span>
        </li>
      ))}
    </ul>
  );
}
