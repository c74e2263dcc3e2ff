import { useMatter, useReviewCopy, useRunCommand } from '../../client/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import { matterWords as words } from './words.ts';

/**
 * What must be known while this matter is open: that it cannot be changed, or that its file is at risk.
 *
 * @param isApart in a document's own window, which neither backs up nor closes the matter
 */
export function MatterBanners({ isApart = false }) {
  const { isReadOnly, warnings } = useMatter();
  // A review copy says itself what can be done in it.
  const isCopy = useReviewCopy() !== null;
  const run = useRunCommand();
  const wayOut = !isApart && (
    <>
      <Button size="small" onPress={() => run('matter.backup')}>
        {words.backUp}
      </Button>
      <Button size="small" onPress={() => run('matter.close')}>
        {words.close}
      </Button>
    </>
  );
  return (
    <>
      {isReadOnly && !isCopy && <Banner tone="info">{words.readOnly}</Banner>}
      {warnings.map(({ code, message }) =>
        code === 'MATTER_MOVED' ? (
          <Banner key={code} tone="danger" actions={wayOut}>
            {message}
          </Banner>
        ) : (
          <Banner key={code} tone="warning">
            {message}
          </Banner>
        ),
      )}
    </>
  );
}
