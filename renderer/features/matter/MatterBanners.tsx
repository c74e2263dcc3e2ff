import { useMatter, useReviewCopy } from '../../client/index.ts';
import { Banner } from '../../ui/index.ts';
import { matterWords as words } from './words.ts';

/** What must be known while this matter is open: that it cannot be changed, or that its file is at risk. */
export function MatterBanners() {
  const { isReadOnly, warnings } = useMatter();
  // A review copy says itself what can be done in it.
  const isCopy = useReviewCopy() !== null;
  return (
    <>
      {isReadOnly && !isCopy && <Banner tone="info">{words.readOnly}</Banner>}
      {warnings.map(({ code, message }) => (
        <Banner key={code} tone="warning">
          {message}
        </Banner>
      ))}
    </>
  );
}
