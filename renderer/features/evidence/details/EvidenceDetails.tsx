import type { ReactNode } from 'react';
import { relevanceWords } from '../../../../shared/domain/evidence/relevance-words.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import {
  EvidenceSections,
  formatNumber,
  formatSize,
  formatInstant,
  formatTimeZone,
  useEngineQuery,
  useMatter,
  QueryFallback,
} from '../../../client/index.ts';
import { Badge, Button, DetailRow, InlineField } from '../../../ui/index.ts';
import { splitExhibitLabel } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { TagChips } from '../tags/TagChips.tsx';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { detailWords as words, filterWords, kindWords, words as listWords } from '../words.ts';
import { CopiedHash } from './CopiedHash.tsx';
import { CustodyTimeline } from './CustodyTimeline.tsx';
import { ItemClaims } from './ItemClaims.tsx';
import { ItemCollection } from '../collection/ItemCollection.tsx';
import { ItemProblems } from './ItemProblems.tsx';
import { RelatedItems, type OnGroup } from './RelatedItems.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface EvidenceDetailsProps {
  readonly id: EvidenceItem['id'];
  readonly actions: EvidenceActions;
  /** Buttons for what can be done with the item. */
  readonly buttons: ReactNode;
  readonly onEditTags: () => void;
  readonly onGroup: OnGroup;
  /** Shows which words a failed redaction left. */
  readonly onCheckRedactions: () => void;
  /** Shows what a load file corrects. */
  readonly onOverlay: () => void;
}

/** Everything known of one item, with what may be edited in place, and who had it when. */
export function EvidenceDetails(props: EvidenceDetailsProps) {
  const { id, actions, buttons, onEditTags, onGroup, onCheckRedactions, onOverlay } = props;
  const { id: matterId, timezone, isReadOnly } = useMatter();
  const query = useEngineQuery('evidence.get', { matterId, id });
  if (query.error || query.isPending) return <QueryFallback query={query} />;
  const item = query.data;

  const describe = (field: 'title' | 'custodian' | 'source' | 'note') => (
    <InlineField
      key={`${id} ${field}`}
      label={words[field]}
      value={item[field]}
      placeholder={field === 'note' ? words.notePlaceholder : words.notRecorded}
      maxLength={textLimits.evidence[field]}
      isRequired={field === 'title'}
      isReadOnly={isReadOnly}
      onCommit={(value) => actions.describe([id], { [field]: value })}
    />
  );
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {/* To be seen it stands in its field, which is no heading. */}
      <h2 className="sr-only">{item.title}</h2>
      {buttons}
      <ItemProblems
        item={item}
        actions={actions}
        onCheckRedactions={onCheckRedactions}
        onOverlay={onOverlay}
      />
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {describe('title')}
        {describe('custodian')}
        {describe('source')}
        {describe('note')}
        <span className="text-sm leading-6 text-ink-soft">{words.tags}</span>
        <span className="flex min-h-6 flex-wrap items-center gap-1">
          {item.tagIds.length > 0 ? (
            <TagChips ids={item.tagIds} isWrapped />
          ) : (
            <span className="text-ink-soft">{words.noTags}</span>
          )}
          <Button size="small" variant="quiet" changesMatter onPress={onEditTags}>
            {listWords.tagsShort}
          </Button>
        </span>
        <span className="text-sm leading-5 text-ink-soft">{filterWords.relevance}</span>
        <span>
          {[
            relevanceWords(item.relevance),
            item.isReviewed ? filterWords.reviewed : filterWords.notReviewed,
            ...(item.isFlagged ? [filterWords.flagged] : []),
          ].join(' · ')}
        </span>
      </div>
      <dl
        data-selectable
        className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-3"
      >
        <DetailRow name={words.originalName}>{item.originalName}</DetailRow>
        <DetailRow name={words.kind}>
          {kindWords[item.kind]}, {formatSize(item.sizeBytes)}
        </DetailRow>
        <DetailRow name={words.pages}>
          {item.pages === null ? words.pagesUnknown : formatNumber(item.pages)}
        </DetailRow>
        <DetailRow name={words.text}>{textOf(item)}</DetailRow>
        {item.batesSeen !== null && (
          <DetailRow name={words.bates}>
            <span title={words.batesNote}>{item.batesSeen}</span>
          </DetailRow>
        )}
        <DetailRow name={words.received}>
          {formatInstant(item.receivedAt, timezone)}, {formatTimeZone(timezone)}
        </DetailRow>
        {item.docketNumbers.length > 0 && (
          <DetailRow name={words.filedAs}>
            <Badges texts={item.docketNumbers.map((number) => `Dkt. ${number}`)} tone="neutral" />
          </DetailRow>
        )}
        {item.exhibitLabels.length > 0 && (
          <DetailRow name={words.exhibits}>
            <Badges texts={item.exhibitLabels.map(exhibitText)} tone="info" />
          </DetailRow>
        )}
        <CopiedHash name={words.hash} value={item.sha256} />
        {item.md5 !== null && <CopiedHash name={words.md5} value={item.md5} />}
        {item.sha1 !== null && <CopiedHash name={words.sha1} value={item.sha1} />}
      </dl>
      <ItemCollection item={item} actions={actions} />
      <ItemClaims claims={item.claims} timeZone={timezone} />
      <RelatedItems item={item} actions={actions} onGroup={onGroup} />
      <EvidenceSections id={item.id} />
      <section aria-labelledby="custody-heading" className="border-t border-line pt-3">
        <h3 id="custody-heading" className="font-semibold">
          {words.custody}
        </h3>
        <p className="mb-2 text-sm text-ink-soft">
          {words.custodyNote} {formatTimeZone(timezone)}.
        </p>
        <CustodyTimeline events={item.custody} timeZone={timezone} />
      </section>
    </div>
  );
}

function textOf({ hasText, needsOcr, ocrPages }: EvidenceItem): string {
  const parts = [
    ...(hasText && ocrPages === 0 ? [words.hasText] : []),
    ...(ocrPages > 0 ? [words.recognizedText(ocrPages)] : []),
    ...(needsOcr ? [words.needsOcr] : []),
  ];
  return parts.length === 0 ? words.noText : parts.join('. ');
}

function exhibitText(text: string): string {
  const { set, label } = splitExhibitLabel(text);
  return set === '' ? `Ex. ${label}` : `Ex. ${label} · ${set}`;
}

function Badges({ texts, tone }: { texts: readonly string[]; tone: 'neutral' | 'info' }) {
  return (
    <span className="flex flex-wrap gap-1">
      {texts.map((text) => (
        <Badge key={text} tone={tone} title={text}>
          {text}
        </Badge>
      ))}
    </span>
  );
}
