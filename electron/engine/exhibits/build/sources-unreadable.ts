import { AppError } from '../../../../shared/errors/app-error.ts';

/** An exhibit that cannot be put in. */
export interface RefusedExhibit {
  readonly label: string;
  /** As the end of "cannot be read (…)". */
  readonly reason: string;
  /** Whether a password opens it. */
  readonly isLocked: boolean;
}

/**
 * All exhibits of a build that cannot be read, reported at once: a paralegal who fixes one must not wait for the next refusal.
 *
 * @param refused at least one; of an exhibit that is named twice the first counts
 */
export function sourcesUnreadable(refused: readonly RefusedExhibit[], cause?: unknown): AppError {
  const byLabel = new Map(refused.toReversed().map((each) => [each.label, each]));
  const [first, ...others] = refused.filter((each) => byLabel.get(each.label) === each);
  const hasLocked = refused.some(({ isLocked }) => isLocked);
  return new AppError(
    'EXHIBIT_SOURCE_UNREADABLE',
    { ...first, ...(others.length > 0 && { others }), ...(hasLocked && { lockedWay: 'app' }) },
    { cause },
  );
}
