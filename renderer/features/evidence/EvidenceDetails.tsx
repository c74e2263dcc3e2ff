import { Copy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import {
  EvidenceSections,
  formatBytes,
  formatInstant,
  formatTimeZone,
  messageOf,
  showError,
  useEngineQuery,
  useMatter,
} from '../../client/index.ts';
import {
  Badge,
  Button,
  ErrorState,
  IconButton,
  InlineField,
  LoadingState,
  showToast,
} from '../../ui/index.ts';
import { CustodyTimeline } from './CustodyTimeline.tsx';
import { splitExhibitLabel } from './evidence-list.ts';
import type { EvidenceActions } from './use-evidence-actions.ts';
import { detailWords as words, kindWords } from './words.ts';

interface EvidenceDetailsProps {
  readonly id: EvidenceItem['id'];
  readonly actions: EvidenceActions;
  /** Buttons for what can be done with the item. */
  readonly buttons: ReactNode;
}

/** Everything known of one item, with what may be edited in place, and who had it when. */
export function EvidenceDetails({ id, actions, buttons }: EvidenceDetailsProps) {
  const { id: matterId, timezone, isReadOnly } = useMatter();
  const { data: item, error, refetch } = useEngineQuery('evidence.get', { matterId, id });
  if (error) {
    return (
      <ErrorState
        message={messageOf(error)}
        actions={<Button onPress={() => void refetch()}>Try Again</Button>}
      />
    );
  }
  if (!item) return <LoadingState />;

  const describe = (field: 'title' | 'custodian' | 'source', maxLength: number) => (
    <InlineField
      key={`${id} ${field}`}
      label={words[field]}
      value={item[field]}
      placeholder={words.notRecorded}
      maxLength={maxLength}
      isRequired={field === 'title'}
      isReadOnly={isReadOnly}
      onCommit={(value) => actions.describe([id], { [field]: value })}
    />
  );
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {buttons}
      {item.problems.length > 0 && (
        <section
          aria-label={words.problems}
          className="flex flex-col gap-2 rounded-md bg-warning-soft px-3 py-2"
        >
          {item.problems.map(({ code, message }) => (
            <p key={code} data-selectable className="flex gap-2 text-warning-ink">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span>{message}</span>
            </p>
          ))}
        </section>
      )}
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {describe('title', 300)}
        {describe('custodian', 200)}
        {describe('source', 500)}
      </div>
      <dl
        data-selectable
        className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-3"
      >
        <Fact name={words.originalName}>{item.originalName}</Fact>
        <Fact name={words.kind}>
          {kindWords[item.kind]}, {formatBytes(item.sizeBytes)}
        </Fact>
        <Fact name={words.pages}>{item.pages?.toLocaleString('en-US') ?? words.pagesUnknown}</Fact>
        <Fact name={words.text}>{item.hasText ? words.hasText : words.noText}</Fact>
        <Fact name={words.received}>
          {formatInstant(item.receivedAt, timezone)}, {formatTimeZone(timezone)}
        </Fact>
        {item.docketNumbers.length > 0 && (
          <Fact name={words.filedAs}>
            <Badges texts={item.docketNumbers.map((number) => `Dkt. ${number}`)} tone="neutral" />
          </Fact>
        )}
        {item.exhibitLabels.length > 0 && (
          <Fact name={words.exhibits}>
            <Badges texts={item.exhibitLabels.map(exhibitText)} tone="info" />
          </Fact>
        )}
        <Fact name={words.hash}>
          <span className="flex items-start gap-1">
            <code className="font-mono text-xs wrap-anywhere">{item.sha256}</code>
            <IconButton
              label={words.copyHash}
              icon={<Copy />}
              size="small"
              onPress={() => {
                navigator.clipboard
                  .writeText(item.sha256)
                  .then(() => showToast({ message: words.hashCopied }), showError);
              }}
            />
          </span>
        </Fact>
      </dl>
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

function exhibitText(text: string): string {
  const { set, label } = splitExhibitLabel(text);
  return set === '' ? `Exhibit ${label}` : `Exhibit ${label} · ${set}`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm leading-5 text-ink-soft">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
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
