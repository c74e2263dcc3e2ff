import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import { Check, Flag, Flame, GitCompareArrows, Lock, StickyNote, ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { formatCount } from '../../../client/index.ts';
import { KindIcon, kindWords, TagDot, useRow, useTags } from '../../evidence/index.ts';
import { codingWords, relevanceNames, words } from '../words.ts';

/** A row: what the item is, and its codes. They take the room they need and no more: where there are none yet, the title has it. */
export function ItemCell({ id }: { id: string }) {
  const item = useRow(id);
  if (!item)
    return (
      <span className="block h-2.5 w-3/5 rounded-full bg-pressed">
        <span className="sr-only">{words.notReadYet}</span>
      </span>
    );
  return (
    <span className="flex items-center gap-1.5">
      <span title={kindWords[item.kind]} className="shrink-0 text-ink-soft">
        <KindIcon kind={item.kind} />
      </span>
      <span
        dir="auto"
        className={`min-w-24 shrink-999 grow truncate text-left ${item.isReviewed ? '' : 'font-medium'}`}
        title={item.title}
      >
        {item.title}
      </span>
      <CodeMarks item={item} />
    </span>
  );
}

/** The codes of an item at a glance: signs, each with its word for those who do not see it or do not know it. */
function CodeMarks({ item }: { item: EvidenceItem }) {
  const issues = useTags().filter((tag) => tag.kind === 'issue' && item.tagIds.includes(tag.id));
  const { isResponsive, relevance, privilege, notes } = item;
  const isWithheld = privilege !== null && privilege !== 'none';
  return (
    <span className="flex h-4 min-w-0 flex-wrap gap-1 overflow-hidden [&_svg]:size-4">
      {item.isReviewed && (
        <Mark label={codingWords.reviewed} tone="text-success-ink">
          <Check aria-hidden />
        </Mark>
      )}
      {isResponsive !== null && (
        <Mark
          label={isResponsive ? codingWords.responsive : codingWords.notResponsive}
          tone={isResponsive ? 'text-accent-text' : 'text-ink-soft'}
        >
          {isResponsive ? <ThumbsUp aria-hidden /> : <ThumbsDown aria-hidden />}
        </Mark>
      )}
      {relevance !== null && <RelevanceMark relevance={relevance} />}
      {isWithheld && (
        <Mark label={privilegeWords[privilege]} tone="text-warning-ink">
          <Lock aria-hidden />
        </Mark>
      )}
      {item.hasCodingConflict && (
        <Mark label={codingWords.differ} tone="text-danger-ink">
          <GitCompareArrows aria-hidden />
        </Mark>
      )}
      {item.isFlagged && (
        <Mark label={codingWords.flagged} tone="text-danger-ink">
          <Flag aria-hidden className="fill-current" />
        </Mark>
      )}
      {notes > 0 && (
        <Mark label={formatCount(notes, 'note')} tone="text-ink-soft">
          <StickyNote aria-hidden />
        </Mark>
      )}
      {issues.map(({ id, name, color }) => (
        <Mark key={id} label={name} tone="">
          <TagDot color={color} />
        </Mark>
      ))}
    </span>
  );
}

/** Hot by its sign; lower ratings by one to three bars. */
function RelevanceMark({ relevance }: { relevance: number }) {
  const label = relevanceNames[relevance] ?? '';
  if (relevance === 3)
    return (
      <Mark label={label} tone="text-danger-ink">
        <Flame aria-hidden />
      </Mark>
    );
  return (
    <Mark label={label} tone="text-ink-soft">
      <span aria-hidden className="flex h-4 items-end gap-px">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={`w-1 rounded-xs border border-current ${bar <= relevance ? 'bg-current' : ''}`}
            style={{ height: 3 + bar * 3 }}
          />
        ))}
      </span>
    </Mark>
  );
}

function Mark({ label, tone, children }: { label: string; tone: string; children: ReactNode }) {
  return (
    <span title={label} className={`shrink-0 ${tone}`}>
      {children}
      <span className="sr-only">{label}. </span>
    </span>
  );
}
