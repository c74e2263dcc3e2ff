import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { Button } from '../../../ui/index.ts';
import type { DocketActions } from '../use-docket-actions.ts';
import { detailWords as words, docketWords, outputWords } from '../words.ts';

/** What can be done with several entries at once. */
export function SeveralEntries(props: {
  entries: readonly DocketEntry[];
  actions: DocketActions;
  onMark: (isUnread: boolean) => void;
}) {
  const { entries, actions, onMark } = props;
  const documents = entries.filter(({ evidenceId }) => evidenceId !== null).length;
  const isToRead = entries.some(({ isUnread }) => isUnread);
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <h2 className="text-lg font-semibold">{words.chosen(entries.length)}</h2>
      <p className="text-ink-soft">{words.chosenDocuments(documents)}</p>
      <div role="group" aria-label={docketWords.actions} className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          isDisabled={documents === 0}
          onPress={() => void actions.exportDocuments(entries)}
        >
          {outputWords.exportDocuments}
        </Button>
        <Button
          size="small"
          changesMatter
          isDisabled={!entries.some(({ isFromCourt }) => isFromCourt)}
          onPress={() => onMark(!isToRead)}
        >
          {isToRead ? docketWords.markRead : docketWords.markUnread}
        </Button>
      </div>
    </div>
  );
}
