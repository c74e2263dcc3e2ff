import { useState } from 'react';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { messageOf, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Checkbox, Dialog, ErrorLine, RadioGroup, WarningLine } from '../../../ui/index.ts';
import { exportWords as words } from '../words.ts';
import {
  closeExport,
  exportNotes,
  type AskedExport,
  type ChosenNote,
  type ExportChoice,
} from './export-store.ts';

const none: readonly NoteRow[] = [];

/** In which form notes are written, which of them, and whether work product goes out with them. */
export function ExportDialog({ asked: { shown, chosen, startsWithChosen } }: { asked: AskedExport }) {
  const { id: matterId, title } = useMatter();
  const [form, setForm] = useState<ExportChoice['form']>('csv');
  const all = useEngineQuery('notes.list', { matterId, filter: {} });
  const listed = useEngineQuery('notes.list', shown && { matterId, filter: shown });
  const [allNotes, shownNotes] = [all.data ?? none, listed.data ?? none];
  const error = all.error ?? listed.error;
  const isPart = shown !== null && listed.data !== undefined && shownNotes.length !== allNotes.length;
  const isChosen = chosen.length > 0;
  const [scope, setScope] = useState<'all' | 'shown' | 'chosen'>(startsWithChosen ? 'chosen' : 'shown');
  const isShown = isPart && scope === 'shown';
  const [includesWorkProduct, setIncludes] = useState(false);
  const isOfChosen = isChosen && scope === 'chosen';
  const notes: readonly ChosenNote[] = isOfChosen ? chosen : isShown ? shownNotes : allNotes;
  const workProduct = notes.filter((note) => note.isWorkProduct).length;
  const written = includesWorkProduct ? notes.length : notes.length - workProduct;
  const write = () => {
    // Selected notes may be on archived items.
    const ofChosen = { ids: chosen.map(({ id }) => id), includesArchived: true };
    const filter = isOfChosen ? ofChosen : isShown ? shown : {};
    void exportNotes(matterId, title, { form, filter, includesWorkProduct });
  };
  return (
    <Dialog
      title={words.title}
      onClose={closeExport}
      onSubmit={write}
      submitLabel={words.export}
      canSubmit={written > 0}
    >
      <RadioGroup
        label={words.form}
        value={form}
        onChange={setForm}
        autoFocus
        options={[
          { value: 'csv', label: words.csv, description: words.csvHelp },
          { value: 'docx', label: words.docx, description: words.docxHelp },
          { value: 'pdf', label: words.pdf, description: words.pdfHelp },
        ]}
      />
      {(isPart || isChosen) && (
        <RadioGroup
          label={words.which}
          value={scope === 'shown' && !isPart ? 'all' : scope}
          onChange={setScope}
          options={[
            ...(isChosen ? [{ value: 'chosen' as const, label: words.chosen(chosen.length) }] : []),
            ...(isPart ? [{ value: 'shown' as const, label: words.shown(shownNotes.length) }] : []),
            { value: 'all', label: words.all(allNotes.length) },
          ]}
        />
      )}
      {error ? (
        <ErrorLine>{messageOf(error)}</ErrorLine>
      ) : (
        <div className="flex flex-col gap-1.5">
          <Checkbox isSelected={includesWorkProduct} onChange={setIncludes} isDisabled={workProduct === 0}>
            {words.include}
          </Checkbox>
          {includesWorkProduct && workProduct > 0 ? (
            <div role="alert" className="rounded-md bg-warning-soft px-3 py-2">
              <WarningLine>{words.warning(workProduct)}</WarningLine>
            </div>
          ) : (
            <p className="text-ink-soft">
              {notes.length > 0 && written === 0 ? words.noneLeft : words.leftOut(workProduct)}
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
