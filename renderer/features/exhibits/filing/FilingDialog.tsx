import { formatDay } from '../../../../shared/domain/court-words.ts';
import type { FilingFinding } from '../../../../shared/model/filing.ts';
import { withDatesInWords } from '../../../client/index.ts';
import { Dialog } from '../../../ui/index.ts';
import type { EndedProps } from '../jobs/ended-jobs.ts';
import { FoundInFile } from './FoundInFile.tsx';
import { filingWords as words } from './words.ts';

const gravest = ['error', 'warning', 'info'] as const;
const byGravity = (a: FilingFinding, b: FilingFinding) =>
  gravest.indexOf(a.severity) - gravest.indexOf(b.severity);

const toldOf = ({ severity, message, page, source }: FilingFinding) => ({
  severity,
  message,
  page: page ?? null,
  under: withDatesInWords(source),
});

/** What was found in the files of a build, file by file; a page opens in the reader. */
export function FilingDialog({ set, result, onClose }: EndedProps<'checked'>) {
  const { court, profileDate, files, findings } = result;
  const countOf = (severity: FilingFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const ofFile = Map.groupBy(findings.toSorted(byGravity), ({ file }) => file);
  const whole = ofFile.get(null);
  const known = new Map(files.map((file) => [file.file, file]));
  // One that is missing, or could not be opened, was not read.
  const opening = (name: string) => {
    const { outputId = null, pages = null } = known.get(name) ?? {};
    return outputId !== null && pages !== null ? { outputId, title: name } : null;
  };
  const good = files.filter(({ file }) => !ofFile.has(file)).length;
  return (
    <Dialog title={words.title(set.name)} width="large" onClose={onClose}>
      <div>
        <p role="status" className="font-medium">
          {words.summary(files.length, countOf('error'), countOf('warning'))}
        </p>
        <p className="text-sm text-ink-soft">
          {words.against(court, formatDay(profileDate))} {words.limits}
        </p>
      </div>
      {whole && (
        <FoundInFile
          title={words.whole}
          findings={whole.map(toldOf)}
          opens={null}
          words={words}
          onClose={onClose}
        />
      )}
      {/* As their gravest findings stand: what must be fixed is not beneath hundreds of files that are only worth a look. */}
      {[...ofFile].map(
        ([name, found]) =>
          name !== null && (
            <FoundInFile
              key={name}
              title={name}
              findings={found.map(toldOf)}
              opens={opening(name)}
              words={words}
              onClose={onClose}
            />
          ),
      )}
      {good > 0 && <p className="text-ink-soft">{words.good(good)}</p>}
    </Dialog>
  );
}
