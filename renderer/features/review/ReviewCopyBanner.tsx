import { formatInstant, useMatter, useReviewCopy } from '../../client/index.ts';
import { Banner } from '../../ui/index.ts';
import { copyWords } from './copies/words.ts';

/** In a review copy: what this matter is, and what can be done in it. */
export function ReviewCopyBanner() {
  const { timezone } = useMatter();
  const copy = useReviewCopy();
  if (!copy) return null;
  const { name, mode, madeBy, madeAt } = copy;
  return (
    <Banner tone="info">
      <strong className="font-semibold wrap-anywhere">{copyWords.banner(name)}</strong>{' '}
      {mode === 'read' ? copyWords.bannerRead : copyWords.bannerComment}{' '}
      {madeBy.name !== '' && copyWords.bannerFrom(madeBy.name, formatInstant(madeAt, timezone))}
    </Banner>
  );
}
