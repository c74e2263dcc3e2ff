import { FileLock2, ScrollText } from 'lucide-react';
import { useCommandStates, useRunCommand } from '../../client/index.ts';
import type { CommandId } from '../../../shared/contract/commands.ts';
import { Button, MoreMenu, Toolbar } from '../../ui/index.ts';
import { words } from './words.ts';

/** What can be made of a review: the privilege log, and copies for colleagues. */
export function ReviewToolbar() {
  const run = useRunCommand();
  const states = useCommandStates();
  const isDisabled = (id: CommandId) => !states.some((state) => state.id === id && state.isEnabled);
  const item = (id: CommandId, label: string) => ({
    id,
    label,
    isDisabled: isDisabled(id),
    onAction: () => void run(id),
  });
  return (
    <Toolbar label={words.review}>
      <h2 className="grow truncate font-semibold">{words.review}</h2>
      <MoreMenu
        label={words.more}
        items={[item('review.mergeCopy', words.mergeCopy), item('review.copies', words.copies)]}
      />
      <Button
        foldsBelow="md"
        icon={<ScrollText aria-hidden />}
        isDisabled={isDisabled('review.privilegeLog')}
        onPress={() => void run('review.privilegeLog')}
      >
        {words.privilegeLog}
      </Button>
      <Button
        foldsBelow="md"
        icon={<FileLock2 aria-hidden />}
        changesMatter
        isDisabled={isDisabled('review.makeCopy')}
        onPress={() => void run('review.makeCopy')}
      >
        {words.makeCopy}
      </Button>
    </Toolbar>
  );
}
