import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Coding } from '../../../../shared/model/review.ts';
import { formatInstant, messageOf, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { useCopyName } from '../copies/use-copy-name.ts';
import { openReviewDialog } from '../review-dialogs.ts';
import { codingWords as words, words as common } from '../words.ts';
import { useCodesInWords } from './codes-in-words.ts';

const none: readonly Coding[] = [];

/** Who decided what about the item, and when. */
export function CodingHistory({ item }: { item: EvidenceItem }) {
  const { id: matterId, timezone } = useMatter();
  const { data, error } = useEngineQuery('review.codings', { matterId, evidenceId: item.id });
  const copyName = useCopyName();
  const inWords = useCodesInWords();
  const codings = data?.codings ?? none;
  return (
    <section aria-label={words.who} className="flex flex-col gap-1 border-t border-line pt-1.5">
      <div className="flex h-6 items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-ink-soft">{words.who}</h3>
        {item.hasCodingConflict && <SettleButton item={item} />}
      </div>
      {error ? (
        <p role="alert" className="text-sm text-danger-ink">
          {messageOf(error)}
        </p>
      ) : (
        data && codings.length === 0 && <p className="text-sm text-ink-soft">{words.nobody}</p>
      )}
      <ul className="flex flex-col gap-1">
        {codings.map(({ reviewer, codes, codedAt, copyId }) => (
          <li key={reviewer.name} data-selectable className="text-sm">
            <span className="font-medium wrap-anywhere">{reviewer.name || common.unnamed}</span>{' '}
            <span className="text-ink-soft tabular-nums">
              {formatInstant(codedAt, timezone)}
              {copyId !== null && `, ${words.fromCopy(copyName(copyId))}`}
            </span>
            <br />
            <span className="wrap-anywhere">{inWords(codes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SettleButton({ item }: { item: EvidenceItem }) {
  const { id: matterId, isReadOnly } = useMatter();
  const { data } = useEngineQuery('review.conflicts', { matterId });
  const conflict = data?.codings.find(({ evidenceId }) => evidenceId === item.id);
  return (
    <span className="flex items-center gap-2">
      <Badge tone="warning">{words.differ}</Badge>
      <Button
        size="small"
        isDisabled={!conflict || isReadOnly}
        onPress={() => conflict && openReviewDialog({ kind: 'coding', conflict })}
      >
        {words.settle}
      </Button>
    </span>
  );
}
