import { z } from 'zod';
import { SavedSearchId } from '../model/common.ts';
import { SavedSearch, SearchHit, SearchOptions } from '../model/search.ts';
import { editErrors, inMatter, matterCommand, matterQuery } from './define.ts';
import { textLimits } from '../model/text-limits.ts';

const fields = z.strictObject({
  name: z.string().trim().min(1).max(textLimits.search.name),
  query: z.string().trim().min(1).max(textLimits.search.query),
  options: SearchOptions.default({ isStemmed: false, order: 'rank', includesArchived: false }),
});
const edit = { changes: ['search'], isUndoable: true, isForReviewers: true } as const;

export const searchContract = {
  /** Finds words in evidence, docket, facts, notes and mail. The language of queries is described in docs/search.md. */
  'search.query': matterQuery(
    inMatter({
      query: z.string().max(textLimits.search.query),
      options: SearchOptions.default({ isStemmed: false, order: 'rank', includesArchived: false }),
      /** The user is still typing: the last word matches as a prefix, and an unfinished query is not an error. */
      isTyping: z.boolean().default(false),
      /** As while typing, settles for what is found in a short time: something to read until the full search has finished. */
      isBrief: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
      /** Names one caller's searches: a newer search with the same name ends the previous one, which then answers CANCELLED. */
      line: z.string().max(60).optional(),
    }),
    z.object({
      /** Total hits; while typing or in brief, those found in the time allowed. */
      total: z.number().int(),
      isTotalExact: z.boolean(),
      /** Whether only the first of very many hits were put in order. */
      isOrderBounded: z.boolean(),
      hits: z.array(SearchHit),
      /** Words and phrases as they occur in the index, for marking them on a page. */
      marks: z.array(z.string()),
      /** The query with words that occur nowhere corrected from the index's own vocabulary; null when there is nothing better. */
      didYouMean: z.string().nullable(),
      /**
       * What this answer cannot cover: items whose text has not been read yet, pages and other texts that are still found only as an
       * earlier version of the app read them, and items with pages not recognized.
       */
      unread: z.number().int(),
      outdated: z.number().int(),
      unrecognised: z.number().int(),
      tookMs: z.number(),
    }),
    { errors: ['SEARCH_QUERY_INVALID'] },
  ),
  /** Of all that a query finds, how many hits have each value that it can be narrowed by; the most frequent first. */
  'search.facets': matterQuery(
    inMatter({
      query: z.string().max(textLimits.search.query),
      options: SearchOptions.default({ isStemmed: false, order: 'rank', includesArchived: false }),
      line: z.string().max(60).optional(),
    }),
    z.object({
      facets: z.array(
        z.object({
          field: z.enum(['kind', 'custodian', 'date', 'tag', 'issue', 'exhibit', 'docket']),
          values: z.array(
            z.object({
              /** What follows the field in a query: `custodian:"Adam Reyes"`. */
              term: z.string(),
              label: z.string(),
              /** Documents, not hits. */
              documents: z.number().int(),
            }),
          ),
        }),
      ),
      documents: z.number().int(),
      /** Whether only the first of very many hits were counted. */
      isBounded: z.boolean(),
    }),
    { errors: ['SEARCH_QUERY_INVALID'] },
  ),
  'search.saved.list': matterQuery(inMatter(), z.array(SavedSearch)),
  'search.saved.add': matterCommand(inMatter({ fields }), SavedSearch, {
    errors: ['MATTER_READ_ONLY'],
    ...edit,
  }),
  'search.saved.update': matterCommand(
    inMatter({ id: SavedSearchId, fields: fields.partial() }),
    SavedSearch,
    { errors: editErrors, ...edit },
  ),
  'search.saved.delete': matterCommand(inMatter({ id: SavedSearchId }), z.null(), {
    errors: editErrors,
    ...edit,
  }),
} as const;
