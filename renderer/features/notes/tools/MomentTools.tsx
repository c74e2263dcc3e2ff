import { Scale } from 'lucide-react';
import { mediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import { useCommand, useMatter, useSingleKey, type ReaderNotes } from '../../../client/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { offerFact } from '../../argument/index.ts';
import { markWords as words } from '../words.ts';

/** Makes a fact of the moment a recording is at, with the words said there. Nothing in a matter opened to read only. */
export const MomentTools: ReaderNotes['MomentTools'] = ({ item, atMs, onTake }) => {
  const { isReadOnly } = useMatter();
  const singleKey = useSingleKey();
  const makeFact = () => {
    const anchor = { ...onTake(), page: null, prefix: '', suffix: '' };
    offerFact([{ evidenceId: item.evidenceId, anchor, paragraph: '' }]);
  };
  useCommand('argument.factFromWords', makeFact, { isOffered: !isReadOnly });
  if (isReadOnly) return null;
  return (
    <IconButton
      label={words.factAt(mediaClock(atMs))}
      shortcut={singleKey('F')}
      icon={<Scale />}
      onPress={makeFact}
    />
  );
};
