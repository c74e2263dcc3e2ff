import { EvidenceFilter } from '../shared/model/evidence.ts';
import { describeEvidence } from '../electron/engine/evidence/describe-evidence.ts';
import { addTag, assignTags } from '../electron/engine/evidence/describe-tags.ts';
import { rowsOf } from '../electron/engine/evidence/list/evidence-view.ts';
import { evidenceFacets, findEvidence } from '../electron/engine/evidence/list/find-evidence.ts';
import { plantManyItems } from '../electron/engine/testing/large-matter.ts';
import { createTestSession } from '../electron/engine/testing/temp-session.ts';
import { median } from './measure.mjs';

/**
 * The list of a large matter, within the engine's process: its order after it was changed, two hundred rows of it, its facets,
 * and ten thousand items edited in one step with their undo and custody.
 *
 * @param {number} count of items
 * @param {number} rounds after the first, which also reads the index
 * @returns medians in seconds
 */
export async function benchEvidenceList(count, rounds) {
  const test = createTestSession();
  const { session } = test;
  const ids = plantManyItems(session.db, count);
  const person = { name: 'bench', role: '', barNumber: '' };
  const context = { session, person, platform: session.platform, describe: () => undefined };
  const command = (operation, write) =>
    session.transact({ operation, person, isUndoable: true, summary: () => operation }, write);
  const take = (work) => {
    const started = performance.now();
    work();
    return (performance.now() - started) / 1000;
  };
  const many = (work) => median(Array.from({ length: rounds }, (_, round) => take(() => work(round))));
  const find = (search) =>
    findEvidence(session, {
      filter: EvidenceFilter.parse({ words: search.words ?? '' }),
      sort: search.sort ?? 'title',
      isDescending: false,
      grouping: search.grouping ?? 'none',
    });
  const listed = ids.slice(0, 10_000);
  const tag = command('evidence.tag.add', () =>
    addTag({ name: 'Bench', kind: 'tag', color: 'blue' }, context),
  );
  const results = {
    count,
    first: take(() => find({})),
    words: (find({ words: 'invoice' }), many((round) => find({ words: `invoice ${round}` }))),
    family: (find({ grouping: 'family' }), many((round) => find({ grouping: 'family', words: `${round}` }))),
    rows: many((round) => rowsOf(session, ids.slice(round * 200, round * 200 + 200))),
    facets: many(() => evidenceFacets(session)),
    reviewed: take(() =>
      command('evidence.update', () => describeEvidence(listed, { isReviewed: true }, context)),
    ),
    afterwards: take(() => find({})),
    custodian: take(() =>
      command('evidence.update', () => describeEvidence(listed, { custodian: 'Archive' }, context)),
    ),
    tagged: take(() =>
      command('evidence.tag.assign', () => assignTags({ ids: listed, add: [tag.id], remove: [] }, context)),
    ),
  };
  await test.dispose();
  return results;
}
