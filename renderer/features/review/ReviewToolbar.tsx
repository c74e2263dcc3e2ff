import { FileLock2, ScrollText } from 'lucide-react';
import { useCommandEntry } from '../../client/index.ts';
import { Button, MoreMenu, Toolbar } from '../../ui/index.ts';
import { words } from './words.ts';

/** What can be made of a review: the privilege log, and copies for colleagues. */
export function ReviewToolbar() {
  const entry = useCommandEntry();
  const privilegeLog = entry('review.privilegeLog', words.privilegeLog);
  const makeCopy = entry('review.makeCopy', words.makeCopy);
  return (
    <Toolbar label={words.review}>
      <h2 className="grow truncate font-semibold">{words.review}</h2>
      <MoreMenu
        label={words.more}
        items={[entry('review.mergeCopy', words.mergeCopy), entry('review.copies', words.copies)]}
      />
      <Button
        foldsBelow="md"
        icon={<ScrollText aria-hidden />}
        isDisabled={privilegeLog.isDisabled}
        onPress={privilegeLog.onAction}
      >
        {privilegeLog.label}
      </Button>
      <Button
        foldsBelow="md"
        icon={<FileLock2 aria-hidden />}
        changesMatter
        isDisabled={makeCopy.isDisabled}
        onPress={makeCopy.onAction}
      >
        {makeCopy.label}
      </Button>
    </Toolbar>
  );
}
