import { useMemo, useState } from 'react';
import type { JobResult } from '../../../shared/contract/api.ts';
import { summaryColumns, usualSummaryColumns } from '../../../shared/domain/authenticity/summary/columns.ts';
import type { Summary, SummaryColumn } from '../../../shared/model/authenticity.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';
import {
  messageOf,
  QueryFallback,
  runJob,
  useEngineQuery,
  useFileWriting,
  useMatter,
  useViewState,
} from '../../client/index.ts';
import {
  Button,
  Checkbox,
  Dialog,
  ErrorLine,
  SegmentedControl,
  TextField,
  buttonWords,
  optionsOf,
  tooLong,
} from '../../ui/index.ts';
import { JobProgress } from '../jobs/index.ts';
import { DraftedDialog } from './DraftedDialog.tsx';
import { SummaryPreview } from './SummaryPreview.tsx';
import { summaryWords as words } from './words.ts';

type Form = 'docx' | 'pdf' | 'csv';

/** Kept in the matter, for the next summary. */
interface Asked {
  readonly title: string;
  readonly columns: readonly SummaryColumn[];
  readonly form: Form;
}
const askedFirst: Asked = { title: '', columns: usualSummaryColumns, form: 'docx' };
const allColumns = Object.keys(summaryColumns) as SummaryColumn[];

interface SummaryDialogProps {
  readonly ids: readonly EvidenceId[];
  readonly onClose: () => void;
}

/** Drafts a summary of items under FRE 1006: its columns are chosen, what items show is typed, and its rows are looked through. */
export function SummaryDialog({ ids, onClose }: SummaryDialogProps) {
  const { id: matterId, title: matterTitle } = useMatter();
  const [asked, change] = useViewState('authenticity.summary', askedFirst);
  const { isWriting, error, save } = useFileWriting();
  const [drafted, setDrafted] = useState<JobResult<'authenticity.summary'> | null>(null);
  const question = useMemo(() => ({ matterId, ids: [...ids] }), [matterId, ids]);
  const preview = useEngineQuery('authenticity.summary.preview', question, { keepsPrevious: true });
  const { title, columns, form } = asked;
  const draft = () =>
    save(`summary-${form}`, words.fileName(title || matterTitle), async (target) =>
      setDrafted(
        await runJob('authenticity.summary', { ...question, title, columns: [...columns], form, target }),
      ),
    );
  if (drafted)
    return (
      <DraftedDialog
        title={words.draftedTitle}
        said={words.drafted(drafted.fileName, drafted.rows)}
        left={words.left}
        missing={drafted.missing}
        onClose={onClose}
      />
    );
  const cannotSave =
    isWriting || columns.length === 0 || tooLong(title, textLimits.authenticity.summaryTitle) !== null;
  return (
    <Dialog
      title={words.title}
      width="wide"
      onClose={onClose}
      isBusy={isWriting}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isWriting}>
            {buttonWords.cancel}
          </Button>
          <Button variant="primary" isDisabled={cannotSave} onPress={() => void draft()}>
            {words.save}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.body(ids.length)}</p>
      <div className="grid grid-cols-1 items-start gap-x-6 gap-y-3 md:grid-cols-[1fr_auto]">
        <TextField
          label={words.heading}
          placeholder={words.headingExample}
          value={title}
          onChange={(next) => change({ title: next })}
          maxLength={textLimits.authenticity.summaryTitle}
          autoFocus
        />
        <div className="flex flex-col gap-1">
          <span className="text-sm font-medium">{words.form}</span>
          <SegmentedControl<Form>
            label={words.form}
            value={form}
            onChange={(next) => change({ form: next })}
            options={optionsOf(words.forms)}
          />
        </div>
      </div>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{words.columns}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          {allColumns.map((column) => (
            <Checkbox
              key={column}
              isSelected={columns.includes(column)}
              onChange={(isShown) =>
                change({
                  columns: isShown ? [...columns, column] : columns.filter((other) => other !== column),
                })
              }
            >
              {summaryColumns[column].head}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      {columns.length === 0 && <ErrorLine>{words.noColumn}</ErrorLine>}
      {preview.data ? (
        <>
          <SummaryPreview rows={preview.data.rows} columns={columns} />
          <Counts summary={preview.data} />
        </>
      ) : (
        <QueryFallback query={preview} label={words.reading} />
      )}
      {isWriting && <JobProgress operation="authenticity.summary" label={words.working} />}
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}

/** The totals of the items, and what somebody must look at. */
function Counts({ summary: { totals, toCheck } }: { readonly summary: Summary }) {
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-3 md:grid-cols-2">
      <dl data-selectable className="grid grid-cols-[auto_1fr] content-start gap-x-4 tabular-nums">
        {totals.map(({ label, words: said }) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {toCheck.length > 0 && (
        <div>
          <p className="font-medium">{words.toCheck}</p>
          <ul data-selectable className="mt-1 flex list-disc flex-col gap-0.5 pl-5">
            {toCheck.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
