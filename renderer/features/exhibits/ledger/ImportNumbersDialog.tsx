import { useMemo, useState } from 'react';
import { formatCount, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, TextArea, TextField, showToast } from '../../../ui/index.ts';
import { ledgerWords as words } from './words.ts';
import {
  linesWithoutRange,
  mostRanges,
  parsePastedRanges,
} from '../../../../shared/domain/exhibits/pasted-ranges.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Ranges shown of those that were read. */
const shownAtMost = 200;

/** Enters numbers used elsewhere, pasted as lines or as a table, so that nothing here takes them. */
export function ImportNumbersDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const ranges = useMemo(() => parsePastedRanges(text), [text]);
  const passedOver = useMemo(() => linesWithoutRange(text), [text]);
  const enter = useEngineMutation('exhibits.ledger.import', {
    errors: 'inline',
    onSuccess: () => {
      showToast({ message: words.imported(formatCount(ranges.length, 'range')) });
      onClose();
    },
  });
  const isTooMany = ranges.length > mostRanges;
  const canImport = ranges.length > 0 && !isTooMany;
  const submit = () => {
    enter.mutate({
      ranges: ranges.map((each) => ({ ...each, note: each.note === '' ? note.trim() : each.note })),
    });
  };
  return (
    <Dialog
      title={words.importTitle}
      onClose={onClose}
      isBusy={enter.isPending}
      onSubmit={submit}
      submitLabel={words.importCount(ranges.length)}
      canSubmit={canImport}
    >
      <p className="text-ink-soft">{words.importBody}</p>
      <TextArea
        label={words.importRanges}
        value={text}
        onChange={setText}
        rows={6}
        autoFocus
        description={words.importHelp}
        error={isTooMany ? words.importTooMany : enter.error ? messageOf(enter.error) : null}
      />
      <TextField
        label={words.importNote}
        value={note}
        onChange={setNote}
        maxLength={textLimits.exhibits.numbersNote}
        placeholder={words.importNotePlaceholder}
        description={words.importNoteHelp}
      />
      {ranges.length > 0 && (
        <ul
          data-selectable
          tabIndex={0}
          aria-label={words.importRead}
          className="max-h-40 shrink-0 overflow-auto rounded-md bg-sunken px-3 py-2 text-sm"
        >
          {ranges.slice(0, shownAtMost).map(({ range, note: own }, at) => (
            <li key={`${range} ${at}`} className="flex gap-3">
              <span className="shrink-0 font-mono">{range}</span>
              <span className="min-w-0 truncate text-ink-soft">{own === '' ? note : own}</span>
            </li>
          ))}
          {ranges.length > shownAtMost && (
            <li className="text-ink-soft">{words.importMore(ranges.length - shownAtMost)}</li>
          )}
        </ul>
      )}
      {/* A number that was miswritten would be given again. */}
      <p role="status" className="text-sm wrap-anywhere text-ink-soft empty:hidden">
        {passedOver.length > 0 && words.importPassedOver(passedOver)}
      </p>
    </Dialog>
  );
}
