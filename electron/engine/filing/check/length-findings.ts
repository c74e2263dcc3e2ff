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
 * and a court may have allowed more: every finding is a warning.
 *
 * @param brief null where the file is none
 * @param limits those of the court, the particular before the general
 */
export function lengthFindings(brief: Brief | null, limits: readonly LengthLimit[]): FileFinding[] {
  const limit = brief && limitOf(brief, limits);
  if (!limit) return [];
  const finding = { severity: 'warning' as const, source: sourceInWords(limit) };
  const called = `It seems to be a ${brief.paper}${brief.motion === null ? '' : ` on ${motionWords[brief.motion]}`}`;
  const most = `at most ${formatCount(limit.most, limit.unit === 'words' ? 'word' : 'page')} ${limit.most === 1 ? 'is' : 'are'} allowed without leave`;
  const tooLong = (why: string) => ({
    ...finding,
    code: 'FILING_TOO_LONG',
    message: `${called}. ${why}; ${most}.`,
  });
  const apart = `with its caption${brief.isSigned ? ' and signature' : ' and all that follows, since no signature was found'}`;
  if (limit.unit === 'pages')
    return brief.pages > limit.most
      ? [tooLong(`${formatCount(brief.pages, 'page')} are counted, ${apart}`)]
      : [];
  const { words, statedWords } = brief;
  const counted = `About ${formatCount(words, 'word')} are counted, ${apart}`;
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
    ? [tooLong(`${says}, but about ${formatCount(words, 'word')} are counted, ${apart}`)]
    : [];
}

function limitOf({ paper, motion }: Brief, limits: readonly LengthLimit[]): LengthLimit | undefined {
  const ofPaper = limits.filter((limit) => limit.paper === paper);
  return (
    ofPaper.find(({ motions }) => motion !== null && motions.includes(motion)) ??
    ofPaper.find(({ motions }) => motions.length === 0)
  );
}
