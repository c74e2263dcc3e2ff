import { quotedWords } from '../../../shared/domain/argument/quoted-words.ts';
import { firstIndex } from '../../../shared/domain/first-index.ts';
import type { PinCiteFinding } from '../../../shared/model/argument.ts';
import type { EvidenceId, FactId, PinCiteId } from '../../../shared/model/common.ts';
import type { Cue } from '../../../shared/model/evidence.ts';
import type { MatterSession } from '../store/session.ts';

/** Milliseconds before and after a moment in which what it is cited for may begin. */
const leadMs = 5_000;
const followMs = 30_000;

interface SaidWords {
  readonly id: PinCiteId;
  readonly fact_id: FactId;
  readonly evidence_id: EvidenceId;
  readonly at_ms: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Compares the words of each cite of a moment with the recording's transcripts: what is said from shortly before it on. With several
 * transcripts it is enough that one has them.
 *
 * @returns the cites that do not hold, in the order of their facts
 */
export function checkSaid(session: MatterSession): PinCiteFinding[] {
  const cites = session
    .prepare(
      `SELECT id, fact_id, evidence_id, at_ms, quote, prefix, suffix FROM pin_cite
         WHERE at_ms IS NOT NULL AND quote <> '' ORDER BY fact_id, created_at, id`,
    )
    .all() as SaidWords[];
  const stored = session
    .prepare('SELECT cues FROM transcript WHERE evidence_id = ? ORDER BY created_at, id')
    .pluck();
  const transcripts = new Map<string, readonly (readonly Cue[])[]>();
  return cites.flatMap((cite): PinCiteFinding[] => {
    let known = transcripts.get(cite.evidence_id);
    if (!known) {
      known = (stored.all(cite.evidence_id) as string[]).map((cues) => JSON.parse(cues) as Cue[]);
      transcripts.set(cite.evidence_id, known);
    }
    const found = known.length === 0 ? ({ state: 'unread' } as const) : look(cite, known);
    if (found === null) return [];
    return [{ factId: cite.fact_id, pinCiteId: cite.id, page: null, atMs: null, text: '', ...found }];
  });
}

type Found = Pick<PinCiteFinding, 'state'> & Partial<Pick<PinCiteFinding, 'atMs' | 'text'>>;

/** Null where the words are said at their moment. */
function look(cite: SaidWords, transcripts: readonly (readonly Cue[])[]): Found | null {
  const at = (cues: readonly Cue[]) => quotedWords(saidAbout(cues, cite.at_ms));
  if (transcripts.some((cues) => at(cues).isThere(cite.quote))) return null;
  for (const cues of transcripts) {
    const atMs = whenSaid(cues, cite.quote);
    if (atMs !== null) return { state: 'moved', atMs };
  }
  for (const cues of transcripts) {
    const found = at(cues).look(cite.quote, cite);
    if (found.state === 'differs') return found;
  }
  return { state: 'lost' };
}

/** What is said about a moment, as one text. */
function saidAbout(cues: readonly Cue[], atMs: number): string {
  return textOf(cues.filter(({ startMs, endMs }) => endMs >= atMs - leadMs && startMs <= atMs + followMs));
}

/** The beginning of the last line from which on words are said; null where they nowhere are. */
function whenSaid(cues: readonly Cue[], quote: string): number | null {
  if (!quotedWords(textOf(cues)).isThere(quote)) return null;
  const isGone = (from: number) => !quotedWords(textOf(cues.slice(from))).isThere(quote);
  return cues[firstIndex(cues.length, isGone) - 1]!.startMs;
}

const textOf = (cues: readonly Cue[]) => cues.map(({ text }) => text).join('\n');
