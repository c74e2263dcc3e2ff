import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatSize, messageOf } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, buttonWords } from '../../../ui/index.ts';
import { nameSome } from '../exhibits/NamedExhibits.tsx';
import { useVolumePlan } from '../list/SizeMeter.tsx';
import { VolumeFields } from '../volumes/VolumeFields.tsx';
import { buildFormWords as words } from '../volumes/words.ts';

interface BuildDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly onBuild: () => void;
  readonly onClose: () => void;
}

/** Says what a build will write and in how many volumes, and lets the user choose whose limit counts. */
export function BuildDialog({ set, exhibits, onBuild, onClose }: BuildDialogProps) {
  const [isValid, setIsValid] = useState(true);
  const { data: plan, error } = useVolumePlan(set);
  const labelsOf = (isMeant: (exhibit: Exhibit) => boolean) =>
    nameSome(exhibits.filter(isMeant).map(({ label }) => label));
  const active = exhibits.filter(({ status }) => status === 'active');
  const problems = labelsOf((exhibit) => isRead(exhibit) && !exhibit.problems.every(isNoText));
  const withoutText = labelsOf(
    (exhibit) => isRead(exhibit) && exhibit.problems.length > 0 && exhibit.problems.every(isNoText),
  );
  const reserved = labelsOf(({ status }) => status === 'reserved');
  const withdrawn = labelsOf(({ status }) => status === 'withdrawn');
  const over = plan?.volumes.filter(({ isOverLimit }) => isOverLimit) ?? [];
  const build = () => {
    if (!isValid) return;
    onClose();
    onBuild();
  };
  return (
    <Dialog
      title={words.title(set.name)}
      onClose={onClose}
      onSubmit={build}
      losesEntries={false}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" autoFocus isDisabled={!isValid} onPress={build}>
            {words.build}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.what}</p>
      <VolumeFields set={set} onValidity={setIsValid} />
      <section aria-label={words.plan} className="flex flex-col gap-1">
        <h3 className="text-sm font-medium">{words.plan}</h3>
        {error ? (
          <ErrorLine>{messageOf(error)}</ErrorLine>
        ) : (
          plan && (
            <p className="tabular-nums">
              {words.volumes(plan.volumes.length, active.length, formatSize(plan.totalBytes))}
            </p>
          )
        )}
        {over.length > 0 && (
          <Remark icon={<CircleAlert />} tone="text-danger-ink">
            {words.over(
              nameSome(over.map((each) => words.volume(each.name, each.firstLabel, each.lastLabel))),
            )}
          </Remark>
        )}
        {problems !== '' && (
          <Remark icon={<TriangleAlert />} tone="text-warning-ink">
            {words.problems(problems)}
          </Remark>
        )}
        {withoutText !== '' && (
          <Remark icon={<TriangleAlert />} tone="text-warning-ink">
            {words.withoutText(withoutText)}
          </Remark>
        )}
        {reserved !== '' && <p className="text-ink-soft">{words.reserved(reserved)}</p>}
        {withdrawn !== '' && <p className="text-ink-soft">{words.withdrawn(withdrawn)}</p>}
      </section>
    </Dialog>
  );
}

/** What is withheld or produced in native form is not read: whatever is wrong with it, the build goes on. */
function isRead({ status, treatment }: Exhibit): boolean {
  return status === 'active' && (treatment === 'pages' || treatment === 'sealed');
}

/** A scan: the build carries it as it is. */
function isNoText({ code }: Exhibit['problems'][number]): boolean {
  return code === 'EVIDENCE_NO_TEXT';
}

function Remark({ icon, tone, children }: { icon: ReactNode; tone: string; children: ReactNode }) {
  return (
    <p className={`flex gap-1.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 ${tone}`}>
      <span aria-hidden>{icon}</span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}
