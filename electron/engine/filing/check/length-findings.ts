import { formatCount } from '../../../../shared/domain/amounts.ts';
import type { Brief, BriefMotion } from '../../../../shared/domain/filing/brief.ts';
import type { LengthLimit } from '../../../../shared/model/court-profile.ts';
import { sourceInWords } from '../filing-rules.ts';
import type { FileFinding } from './file-finding.ts';

const motionWords: Readonly<Record<BriefMotion, string>> = {
  restraint: 'a motion for a temporary restraining order',
  injunction: 'a motion for a preliminary injunction',
  dismissal: 'a motion to dismiss',
  summaryJudgment: 'a motion for summary judgment',
  classCertification: 'a motion for class certification',
  reconsideration: 'a motion for reconsideration',
};

/** What counting may be off by against a certificate, before it is worth a word: caption and signature are counted here. */
const tolerance = 1.25;

/**
 * Whether a brief is longer than the court allows. What a paper is, and what of it counts, is read from its text and not certain,
 * and a court may have allowed more: no finding is more than a warning. That no limit is known is told, so that silence means that
 * it was compared with one.
 *
 * @param brief null where the file is none
 * @param limits those of the court, the particular before the general
 */
export function lengthFindings(brief: Brief | null, limits: readonly LengthLimit[]): FileFinding[] {
  if (!brief) return [];
  const { words, statedWords } = brief;
  const called = `It seems to be ${calledInWords(brief)}`;
  const limit = limitOf(brief, limits);
  if (!limit)
    return [
      {
        code: 'FILING_LENGTH_UNKNOWN',
        severity: 'info',
        message: `${called}. How long such a paper may be in this court is not known here: compare it yourself. ${formatCount(brief.pages, 'page')} and about ${formatCount(words, 'word')} are counted, ${partsInWords(brief)}.`,
        source: 'Court profiles of this version',
      },
    ];
  const finding = { severity: 'warning' as const, source: sourceInWords(limit) };
  const most = `at most ${formatCount(limit.most, limit.unit === 'words' ? 'word' : 'page')} ${limit.most === 1 ? 'is' : 'are'} allowed without leave`;
  const tooLong = (why: string) => ({
    ...finding,
    code: 'FILING_TOO_LONG',
    message: `${called}. ${why}; ${most}.`,
  });
  if (limit.unit === 'pages') {
    const { isOfAllParts = false } = limit;
    const pages = isOfAllParts ? brief.allPages : brief.pages;
    return pages > limit.most
      ? [tooLong(`${formatCount(pages, 'page')} are counted, ${partsInWords(brief, isOfAllParts)}`)]
      : [];
  }
  const counted = `About ${formatCount(words, 'word')} are counted, ${partsInWords(brief)}`;
  if (statedWords === null)
    return [
      ...(words > limit.most ? [tooLong(counted)] : []),
      ...(limit.isCertified
        ? [
            {
              ...finding,
              code: 'FILING_LENGTH_NOT_STATED',
              message: `${called}, and no statement of its number of words was found; the court asks for one.`,
            },
          ]
        : []),
    ];
  const says = `Its own statement says ${formatCount(statedWords, 'word')}`;
  if (statedWords > limit.most) return [tooLong(says)];
  return words > limit.most && words > statedWords * tolerance
    ? [tooLong(`${says}, but about ${formatCount(words, 'word')} are counted, ${partsInWords(brief)}`)]
    : [];
}

/** "an opposition to a motion to dismiss": what a paper is taken for. */
function calledInWords({ paper, motion }: Brief): string {
  const named = motion === null ? null : motionWords[motion];
  if (paper === 'motion') return `${named ?? 'a motion'} or the memorandum for it`;
  return paper === 'reply' ? `a reply on ${named ?? 'a motion'}` : `an opposition to ${named ?? 'a motion'}`;
}

/** What of a paper is counted, as courts do not all count the same. */
function partsInWords({ hasCover, isSigned }: Brief, isOfAllParts = false): string {
  const parts = isOfAllParts
    ? 'cover and tables included'
    : `${hasCover ? 'without its cover' : 'with its caption'} and without tables of contents and authorities`;
  return `${parts}, ${isSigned ? 'up to its signature' : 'with all that follows, since no signature was found'}`;
}

function limitOf({ paper, motion }: Brief, limits: readonly LengthLimit[]): LengthLimit | undefined {
  const ofPaper = limits.filter(
    (limit) => limit.paper === paper || (limit.paper === 'brief' && paper !== 'reply'),
  );
  return (
    ofPaper.find(({ motions }) => motion !== null && motions.includes(motion)) ??
    ofPaper.find(({ motions }) => motions.length === 0)
  );
}
