import { useState } from 'react';
import { groupOf } from '../../../../shared/domain/evidence/kind-groups.ts';
import { parseMediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import type { EvidenceId, FactId } from '../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, ErrorLine, LinkField, TextArea, TextField } from '../../../ui/index.ts';
import { EvidencePicker } from '../../pick/index.ts';
import { citeWords as words, momentWords, pageWords, words as areaWords } from '../words.ts';

interface PinCiteDialogProps {
  readonly factId: FactId;
  readonly onClose: () => void;
}

/** Cites a place for a fact: the document and the page, or the recording and the moment, and the words there. */
export function PinCiteDialog({ factId, onClose }: PinCiteDialogProps) {
  const [item, setItem] = useState<{ id: EvidenceId; title: string; kind: EvidenceKind } | null>(null);
  const [isPicking, setIsPicking] = useState(false);
  const [place, setPlace] = useState('');
  const [paragraph, setParagraph] = useState('');
  const [quote, setQuote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const add = useEngineMutation('argument.pinCite.add', {
    errors: 'inline',
    onSuccess: onClose,
    undoMessage: () => areaWords.citeAdded,
  });
  const isRecording = item !== null && groupOf(item.kind) === 'media';
  const own = isRecording ? momentWords : pageWords;
  const number = place.trim() === '' ? null : isRecording ? parseMediaClock(place) : parsePage(place);
  const isUnreadable = place.trim() !== '' && number === null;
  const isMissing = place.trim() === '' && quote.trim() !== '';
  const submit = () => {
    setIsTried(true);
    if (!item || isUnreadable || isMissing) return;
    add.mutate({
      factId,
      pinCite: {
        evidenceId: item.id,
        anchor: {
          ...(isRecording ? { atMs: number } : { page: number }),
          quote: quote.replaceAll(/\s+/g, ' ').trim(),
        },
        paragraph,
      },
    });
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={submit}
      isBusy={add.isPending}
      submitLabel={words.add}
    >
      <LinkField
        label={words.document}
        chosen={item?.title ?? null}
        none={words.noItem}
        choose={words.choose}
        onChoose={() => setIsPicking(true)}
        onRemove={null}
        error={isTried && !item ? words.documentMissing : null}
        autoFocus={item === null}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={own.place}
          value={place}
          onChange={setPlace}
          description={own.help}
          error={!isTried ? null : isUnreadable ? own.invalid : isMissing ? own.missing : null}
        />
        <TextField
          label={words.paragraph}
          value={paragraph}
          onChange={setParagraph}
          maxLength={textLimits.argument.paragraph}
          description={words.paragraphHelp}
        />
      </div>
      <TextArea
        label={own.quote}
        value={quote}
        onChange={setQuote}
        rows={2}
        maxLength={textLimits.notes.quote}
        description={own.quoteHelp}
      />
      {add.error && <ErrorLine>{messageOf(add.error)}</ErrorLine>}
      {isPicking && (
        <EvidencePicker
          title={words.pick}
          onClose={() => setIsPicking(false)}
          onPick={({ id, title, kind }) => {
            setItem({ id, title, kind });
            setIsPicking(false);
          }}
        />
      )}
    </Dialog>
  );
}

/** From 1; null where it is not a page number. */
function parsePage(text: string): number | null {
  return /^\s*[1-9]\d{0,8}\s*$/.test(text) ? Number(text) : null;
}
