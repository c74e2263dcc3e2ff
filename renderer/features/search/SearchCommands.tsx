import { useCommand, useMatter } from '../../client/index.ts';
import { stepTo, useHitTrail } from './hits/hit-trail.ts';
import { useOpenHit } from './hits/use-open-hit.ts';
import { words } from './words.ts';

/** Steps through the hits from any area: a hit may lead to another area, and the next one on from there. */
export function SearchCommands() {
  const { id: matterId } = useMatter();
  const trail = useHitTrail(matterId);
  const open = useOpenHit();
  const { hits, current, marks } = trail ?? { hits: [], current: null, marks: [] };
  const step = (direction: 1 | -1) => {
    const next = current === null ? 0 : (current + direction + hits.length) % hits.length;
    stepTo(next);
    open(hits[next]!, marks);
  };
  const isEnabled = hits.length > 0;
  useCommand('search.nextHit', () => step(1), { isEnabled });
  useCommand('search.previousHit', () => step(-1), { isEnabled });
  const hit = current === null ? undefined : hits[current];
  return (
    <p role="status" className="sr-only">
      {hit && words.hitOf(current! + 1, hits.length, hit.title)}
    </p>
  );
}
