import { useId } from 'react';
import { formatDay } from '../../../../shared/domain/court-words.ts';
import type { FilingCheck, FilingFinding } from '../../../../shared/model/filing.ts';
import { useMatter, useReaderTarget, withDatesInWords } from '../../../client/index.ts';
import { Button, Dialog, useFirstRows } from '../../../ui/index.ts';
import type { EndedProps } from '../work/ended-work.ts';
import { FindingLine } from './FindingLine.tsx';
import { filingWords as words } from './words.ts';

const gravest = ['error', 'warning', 'info'] as const;
const byGravity = (a: FilingFinding, b: FilingFinding) =>
  gravest.indexOf(a.severity) - gravest.indexOf(b.severity);

/** Findings of a file shown at once; the rest by a button. */
const shownAtFirst = 20;

/** What was found in the files of a build, file by file; a page opens in the reader. */
export function FilingDialog({ set, result, onClose }: EndedProps<'checked'>) {
  const { court, profileDate, files, findings } = result;
  const countOf = (severity: FilingFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const ofFile = Map.groupBy(findings.toSorted(byGravity), ({ file }) => file);
  const whole = ofFile.get(null);
  const known = new Map(files.map((file) => [file.file, file]));
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
      {whole && <FileFindings title={words.whole} findings={whole} onClose={onClose} />}
      {/* As their gravest findings stand: what must be fixed is not beneath hundreds of files that are only worth a look. */}
      {[...ofFile].map(
        ([name, found]) =>
          name !== null && (
            <FileFindings key={name} title={name} file={known.get(name)} findings={found} onClose={onClose} />
          ),
      )}
      {good > 0 && <p className="text-ink-soft">{words.good(good)}</p>}
    </Dialog>
  );
}

interface FileFindingsProps {
  readonly title: string;
  /** Left out for the build, and for a file that is missing and so was not read. */
  readonly file?: FilingCheck['files'][number] | undefined;
  readonly findings: readonly FilingFinding[];
  /** Closes the dialog, where a page of the file is shown. */
  readonly onClose: () => void;
}

function FileFindings({ title, file, findings, onClose }: FileFindingsProps) {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const headingId = useId();
  const { shown, list, showAll } = useFirstRows(findings, shownAtFirst);
  const open = (page: number) => {
    if (!file?.outputId) return;
    onClose();
    show({ source: { matterId, buildOutputId: file.outputId }, title, page });
  };
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className="font-semibold wrap-anywhere" dir="auto">
        {title}
      </h3>
      <ul
        ref={list}
        data-selectable
        aria-labelledby={headingId}
        // Where no file can be opened: nothing in it can be pressed, so it takes the focus for scrolling.
        tabIndex={file ? undefined : 0}
        className="flex flex-col"
      >
        {shown.map(({ severity, page, message, source }, at) => (
          <FindingLine
            key={`${at} ${message}`}
            severity={severity}
            severityName={words.severities[severity]}
            message={message}
            under={withDatesInWords(source)}
            page={
              page !== undefined && file && file.pages !== null && file.outputId !== null
                ? { label: words.page(page), name: words.open(page, title), onOpen: () => open(page) }
                : null
            }
          />
        ))}
      </ul>
      {showAll && (
        <Button size="small" variant="quiet" onPress={showAll}>
          {words.more(findings.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
