import { useEngineQuery, useMatter } from '../../../client/index.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { Button } from '../../../ui/index.ts';
import { KindIcon } from '../list/KindIcon.tsx';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { detailWords as words } from '../words.ts';

/** Related items listed before the rest is left to the list. */
const shownAtMost = 30;

interface RelatedItemsProps {
  readonly item: EvidenceItem;
  readonly actions: EvidenceActions;
  /** Shows the list as families. */
  readonly onShowFamily: () => void;
}

/** What an item came in and what came in it. Each opens in the reader. */
export function RelatedItems({ item, actions, onShowFamily }: RelatedItemsProps) {
  const { id: matterId } = useMatter();
  const related = useEngineQuery('evidence.related', { matterId, id: item.id }).data ?? [];
  const family = related.filter(({ likeness }) => likeness === 'family');
  const outermost = Math.min(0, ...family.map(({ depth }) => depth));
  const above = family.filter(({ depth }) => depth < 0);
  const below = family.filter(({ depth }) => depth > 0);
  const indent = (depth: number) => ({ paddingInlineStart: (depth - outermost) * 14 });
  return (
    <>
      {family.length > 0 && (
        <section aria-labelledby="family-heading" className="border-t border-line pt-3">
          <div className="mb-1 flex items-center justify-between gap-2">
            <h3 id="family-heading" className="font-semibold">
              {words.family}
            </h3>
            <Button size="small" variant="quiet" onPress={onShowFamily}>
              {words.showFamily}
            </Button>
          </div>
          <ul className="flex flex-col">
            {above.map((each) => (
              <li key={each.item.id} style={indent(each.depth)}>
                <ItemLink item={each.item} actions={actions} />
              </li>
            ))}
            <li style={indent(0)} className="flex min-h-6 items-center gap-1.5 font-medium">
              <KindIcon kind={item.kind} />
              <span className="truncate">{words.thisItem}</span>
            </li>
            {below.slice(0, shownAtMost).map((each) => (
              <li key={each.item.id} style={indent(each.depth)}>
                <ItemLink item={each.item} actions={actions} />
              </li>
            ))}
          </ul>
          {below.length > shownAtMost && (
            <p className="text-sm text-ink-soft">{words.more(below.length - shownAtMost)}</p>
          )}
        </section>
      )}
    </>
  );
}

function ItemLink({ item, actions }: { item: EvidenceItem; actions: EvidenceActions }) {
  return (
    <button
      type="button"
      onClick={() => actions.open(item)}
      title={item.title}
      className="flex min-h-6 min-w-0 grow cursor-default items-center gap-1.5 rounded-sm px-1 text-left hover:bg-hover"
    >
      <KindIcon kind={item.kind} />
      <span dir="auto" className="truncate text-left text-accent-text underline-offset-2 hover:underline">
        {item.title}
      </span>
    </button>
  );
}
