import type { ReactNode } from 'react';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { Api } from '../../../../shared/contract/api.ts';
import type { EvidenceGrouping, EvidenceItem } from '../../../../shared/model/evidence.ts';
import { Button } from '../../../ui/index.ts';
import { formatClaimedTime } from '../list/claimed-time.ts';
import { KindIcon } from '../list/KindIcon.tsx';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { detailWords as words } from '../words.ts';

/** Related items listed before the rest is left to the list. */
const shownAtMost = 30;

/** Shows the list in groups. */
export type OnGroup = (grouping: EvidenceGrouping) => void;
type Related = OutputOf<Api, 'evidence.related'>;

interface RelatedItemsProps {
  readonly item: EvidenceItem;
  readonly actions: EvidenceActions;
  readonly onGroup: OnGroup;
}

/** What an item came in and what came in it, and the mails of its conversation. Each opens in the reader. */
export function RelatedItems({ item, actions, onGroup }: RelatedItemsProps) {
  const { id: matterId } = useMatter();
  const related = useEngineQuery('evidence.related', { matterId, id: item.id }).data ?? [];
  const family = related.filter(({ likeness }) => likeness === 'family');
  const conversation = related.filter(({ likeness }) => likeness === 'conversation');
  return (
    <>
      {family.length > 0 && (
        <Section
          id="family-heading"
          title={words.family}
          all={words.showFamily}
          onAll={() => onGroup('family')}
        >
          <Family item={item} family={family} actions={actions} />
        </Section>
      )}
      {conversation.length > 0 && (
        <Section
          id="conversation-heading"
          title={words.conversation}
          all={words.showConversation}
          onAll={() => onGroup('conversation')}
        >
          <Conversation item={item} others={conversation} actions={actions} />
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Names the button that shows all in the list. */
  readonly all: string;
  readonly onAll: () => void;
  readonly children: ReactNode;
}

function Section({ id, title, all, onAll, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="border-t border-line pt-3">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        <Button size="small" variant="quiet" onPress={onAll}>
          {all}
        </Button>
      </div>
      {children}
    </section>
  );
}

interface FamilyProps {
  readonly item: EvidenceItem;
  readonly family: Related;
  readonly actions: EvidenceActions;
}

function Family({ item, family, actions }: FamilyProps) {
  const outermost = Math.min(0, ...family.map(({ depth }) => depth));
  const above = family.filter(({ depth }) => depth < 0);
  const below = family.filter(({ depth }) => depth > 0);
  const indent = (depth: number) => ({ paddingInlineStart: (depth - outermost) * 14 });
  const link = (each: Related[number]) => (
    <li key={each.item.id} style={indent(each.depth)}>
      <ItemLink item={each.item} label={each.item.title} actions={actions} />
    </li>
  );
  return (
    <>
      <ul className="flex flex-col">
        {above.map(link)}
        <li style={indent(0)} className="flex min-h-6 items-center gap-1.5 font-medium">
          <KindIcon kind={item.kind} />
          <span className="truncate">{words.thisItem}</span>
        </li>
        {below.slice(0, shownAtMost).map(link)}
      </ul>
      <More count={below.length - shownAtMost} />
    </>
  );
}

interface ConversationProps {
  readonly item: EvidenceItem;
  /** Its other mails, in their order. */
  readonly others: Related;
  readonly actions: EvidenceActions;
}

/** Who wrote when, the first mail first. Of a long conversation those around this one. */
function Conversation({ item, others, actions }: ConversationProps) {
  const sentAt = ({ claimedAt }: EvidenceItem) => claimedAt ?? '9999';
  const place = others.filter((each) => sentAt(each.item) <= sentAt(item)).length;
  const mails = others.map((each) => each.item).toSpliced(place, 0, item);
  const from = Math.max(0, Math.min(place - shownAtMost / 2, mails.length - shownAtMost));
  return (
    <>
      <ol className="flex flex-col">
        {mails.slice(from, from + shownAtMost).map((each) => (
          <li key={each.id} className="flex min-w-0 items-center gap-2">
            {each === item ? (
              <span className="flex min-h-6 min-w-0 grow items-center gap-1.5 px-1 font-medium">
                <KindIcon kind={each.kind} />
                <span className="truncate">{words.thisItem}</span>
              </span>
            ) : (
              <ItemLink item={each} label={senderOf(each)} actions={actions} />
            )}
            <SentAt mail={each} />
          </li>
        ))}
      </ol>
      <More count={mails.length - shownAtMost} />
    </>
  );
}

function SentAt({ mail: { claimedAt } }: { mail: EvidenceItem }) {
  const { timezone } = useMatter();
  return (
    <span className="shrink-0 text-sm text-ink-soft tabular-nums">
      {claimedAt === null ? words.noClaimedDate : formatClaimedTime(claimedAt, timezone)}
    </span>
  );
}

/** The name without the address: “Ann Lee <ann@fairwater.example>” is Ann Lee. */
function senderOf({ claimedFrom }: EvidenceItem): string {
  const name = claimedFrom?.replace(/\s*<[^<>]*>/, '').trim();
  return name || claimedFrom || words.noSender;
}

function More({ count }: { count: number }) {
  return count > 0 && <p className="text-sm text-ink-soft">{words.more(count)}</p>;
}

interface ItemLinkProps {
  readonly item: EvidenceItem;
  readonly label: string;
  readonly actions: EvidenceActions;
}

function ItemLink({ item, label, actions }: ItemLinkProps) {
  return (
    <button
      type="button"
      onClick={() => actions.open(item)}
      title={item.title}
      className="flex min-h-6 min-w-0 grow cursor-default items-center gap-1.5 rounded-sm px-1 text-left hover:bg-hover"
    >
      <KindIcon kind={item.kind} />
      <span dir="auto" className="truncate text-left text-accent-text underline-offset-2 hover:underline">
        {label}
      </span>
    </button>
  );
}
