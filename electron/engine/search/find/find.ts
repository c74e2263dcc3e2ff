import type { Api } from '../../../../shared/contract/api.ts';
import type { ParsedInputOf, ResultOf } from '../../../../shared/contract/define.ts';
import { newestTextReader, textReaderOf } from '../../../../shared/domain/evidence/text-readers.ts';
import { asWritten } from '../../../../shared/domain/search/fold-letters.ts';
import { foldText } from '../../../../shared/domain/search/fold-text.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { MatterSession } from '../../store/session.ts';
import { describeHits } from './describe-hits.ts';
import { suggestQuery } from './did-you-mean.ts';
import { rowsBehind } from '../words/renew-rows.ts';
import { enterLine, lookThrough } from './look-through.ts';
import { planSearch, type SoughtPhrase } from './plan.ts';
import { orderRows } from './rank.ts';

type SearchAsked = Omit<ParsedInputOf<Api, 'search.query'>, 'matterId'>;

type SearchAnswer = ResultOf<Api, 'search.query'>;

/**
 * Milliseconds that looking and ranking may take: while someone is typing, for something to read once they are done, and for all
 * there is. Of processor time: a machine that is busy with other things answers later, not less.
 */
const budgets = {
  typing: { lookMs: 20, rankMs: 12 },
  brief: { lookMs: 25, rankMs: 25 },
  whole: { lookMs: 1_000, rankMs: 40 },
} as const;
/** Hits so few that a misspelled word may be why. */
const fewHits = 3;
const maxMarks = 50;

/**
 * Finds words in pages, titles, docket entries, notes and transcripts.
 *
 * While typing or in brief it answers within a fixed time, with what it found until then; else it looks through everything, in
 * steps between which others are served, unless that takes very long: `isTotalExact` says so.
 *
 * @throws AppError SEARCH_QUERY_INVALID; CANCELLED when a newer search of the same line came
 */
export async function find(session: MatterSession, asked: SearchAsked): Promise<SearchAnswer> {
  const startedAt = performance.now();
  const { query, options, isTyping, isBrief, offset, limit } = asked;
  const isNewest = enterLine(session, asked.line);
  const isQuick = isTyping || isBrief;
  const plan = planSearch(session, query, { isTyping, isQuick, ...options });
  const state = readState(session);
  if (!plan) return { ...nothing, ...state, tookMs: performance.now() - startedAt };

  const budget = isTyping ? budgets.typing : isBrief ? budgets.brief : budgets.whole;
  const found = isQuick
    ? await lookThrough(session, plan.ways, budget.lookMs)
    : await lookThrough(session, plan.ways, budget.lookMs, isNewest);
  const ordered = orderRows(session, plan, found, {
    order: options.order,
    budgetMs: budget.rankMs,
  });
  const shown = ordered.rows.slice(offset, offset + limit);
  const { hits, marked } = describeHits(
    session,
    shown,
    plan.phrases.map(({ sought }) => sought),
  );
  return {
    total: found.total,
    isTotalExact: found.isWhole && !plan.isWidened,
    isOrderBounded: !ordered.isComplete,
    hits,
    marks: marksOf(plan.phrases, marked),
    didYouMean: found.total <= fewHits ? suggestQuery(session, query, plan.phrases) : null,
    ...state,
    tookMs: performance.now() - startedAt,
  };
}

const nothing = {
  total: 0,
  isTotalExact: true,
  isOrderBounded: false,
  hits: [],
  marks: [],
  didYouMean: null,
} satisfies Partial<SearchAnswer>;

/** Words and phrases to mark on a page: as they were asked for, where they occur at all, and as they stand where they were found. */
function marksOf(phrases: readonly SoughtPhrase[], marked: readonly string[]): string[] {
  const marks = new Map<string, string>();
  const add = (text: string) => {
    const clean = text.replaceAll(/\s+/g, ' ').trim();
    const key = foldText(clean, 'other').toLowerCase();
    if (clean !== '' && marks.size < maxMarks && !marks.has(key)) marks.set(key, clean);
  };
  for (const { phrase, rows } of phrases)
    if (!phrase.isPrefix && rows > 0) add(asWritten(phrase.words.join(' ')));
  for (const text of marked) add(asWritten(foldText(text)).toLowerCase());
  return [...marks.values()];
}

type IndexState = Pick<SearchAnswer, 'unread' | 'outdated' | 'unrecognised'>;

/**
 * What the index cannot know of: items whose text was not read yet, pages and other texts that it has as an earlier version read or
 * folded them, and items with pages not recognized.
 */
function readState(session: MatterSession): IndexState {
  const changes = session.prepare('SELECT total_changes()').pluck().get() as number;
  const known = stateOf.get(session);
  if (known?.changes === changes) return known.state;
  const readings = session
    .prepare(
      `SELECT i.kind, r.reader, count(*) AS items, sum(r.pages) AS pages
         FROM evidence_item i LEFT JOIN text_reading r ON r.content_id = i.content_id
         WHERE r.content_id IS NULL OR r.reader < ${newestTextReader} GROUP BY i.kind, r.reader`,
    )
    .all() as { kind: EvidenceKind; reader: number | null; items: number; pages: number | null }[];
  let unread = 0;
  let outdatedPages = 0;
  for (const { kind, reader, items, pages } of readings)
    if (reader === null) unread += items;
    else if (reader < textReaderOf(kind)) outdatedPages += pages ?? 0;
  const state: IndexState = {
    unread,
    // A page that is to be read again is to be folded again as well.
    outdated: Math.max(rowsBehind(session), outdatedPages),
    unrecognised: session
      .prepare(
        `SELECT count(DISTINCT content_id) FROM page_text WHERE needs_ocr = 1 AND content_id NOT IN
           (SELECT i.content_id FROM evidence_item i JOIN evidence_description d ON d.id = i.id WHERE d.is_archived = 1)`,
      )
      .pluck()
      .get() as number,
  };
  stateOf.set(session, { changes, state });
  return state;
}

const stateOf = new WeakMap<MatterSession, { changes: number; state: IndexState }>();
