import { useState } from 'react';
import type { EvidenceId, FactId } from '../../../../shared/model/common.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, TextArea, TextField, buttonWords } from '../../../ui/index.ts';
import { EvidencePicker } from '../../docket/index.ts';
import { citeWords as words, words as areaWords } from '../words.ts';

interface PinCiteDialogProps {
  readonly factId: FactId;
  readonly onClose: () => void;
}

/** Cites a page for a fact: the document, the page, and the words there. */
export function PinCiteDialog({ factId, onClose }: PinCiteDialogProps) {
  const [item, setItem] = useState<{ id: EvidenceId; title: string } | null>(null);
  const [isPicking, setIsPicking] = useState(false);
  const [page, setPage] = useState('');
  const [paragraph, setParagraph] = useState('');
  const [quote, setQuote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const add = useEngineMutation('argument.pinCite.add', {
    errors: 'inline',
    onSuccess: onClose,
    undoMessage: () => areaWords.citeAdded,
  });
  const isPage = /^\s*(?:[1-9]\d{0,8})?\s*$/.test(page);
  const isPageMissing = page.trim() === '' && quote.trim() !== '';
  const submit = () => {
    setIsTried(true);
    if (!item || !isPage || isPageMissing) return;
    add.mutate({
      factId,
      pinCite: {
        evidenceId: item.id,
        anchor: {
          page: page.trim() === '' ? null : Number(page),
          quote: quote.replaceAll(/\s+/g, ' ').trim(),
        },
        paragraph,
      },
    });
  };
  if (isPicking)
    return (
      <EvidencePicker
        title={words.pick}
        onClose={() => setIsPicking(false)}
        onPick={({ id, title }) => {
          setItem({ id, title });
          setIsPicking(false);
        }}
      />
    );
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={submit}
      isBusy={add.isPending}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" type="submit" isDisabled={add.isPending}>
            {words.add}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-1">
        <div className="flex items-center gap-2">
          <span className="shrink-0 font-medium">{words.document}</span>
          <span className={`min-w-0 grow truncate ${item ? '' : 'text-ink-soft'}`}>{item?.title ?? '–'}</span>
          <Button size="small" autoFocus={item === null} onPress={() => setIsPicking(true)}>
            {words.choose}
          </Button>
        </div>
        {isTried && !item && <ErrorLine>{words.documentMissing}</ErrorLine>}
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={words.page}
          value={page}
          onChange={setPage}
          description={words.pageHelp}
          error={!isTried ? null : !isPage ? words.pageInvalid : isPageMissing ? words.pageMissing : null}
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
        label={words.quote}
        value={quote}
        onChange={setQuote}
        rows={2}
        maxLength={textLimits.notes.quote}
        description={words.quoteHelp}
      />
      {add.error && <ErrorLine>{messageOf(add.error)}</ErrorLine>}
    </Dialog>
  );
}
