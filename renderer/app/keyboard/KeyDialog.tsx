import { useId, useState, type KeyboardEvent } from 'react';
import { commands, type CommandId } from '../../../shared/contract/commands.ts';
import { acceleratorOf, type ChangedKeys } from '../../../shared/domain/shortcuts/accelerator.ts';
import {
  codingKeyOf,
  isCodingKeyId,
  type CodingKeyId,
} from '../../../shared/domain/shortcuts/coding-keys.ts';
import {
  commandKeyOf,
  defaultKeyOf,
  giveKey,
  holderOf,
} from '../../../shared/domain/shortcuts/given-keys.ts';
import { refusalOf } from '../../../shared/domain/shortcuts/reserved-keys.ts';
import { keysOf } from '../../client/index.ts';
import { Button, Dialog, buttonWords } from '../../ui/index.ts';
import { titleOf } from './sheet-groups.ts';
import { keyboardWords as words, refusalWords } from './words.ts';

interface KeyDialogProps {
  readonly id: CommandId | CodingKeyId;
  readonly changed: ChangedKeys;
  readonly onSave: (changed: ChangedKeys) => void;
  readonly onClose: () => void;
}

/** Gives a command or a review code another key, says which command has that key now, and refuses keys that cannot be used. */
export function KeyDialog({ id, changed, onSave, onClose }: KeyDialogProps) {
  const { platform } = window.forthwith;
  const isLetter = isCodingKeyId(id);
  const own = isLetter ? codingKeyOf(id, changed) : commandKeyOf(id, commands, changed, platform);
  const came = defaultKeyOf(id, commands) ?? '';
  const [key, setKey] = useState(own);
  const [refused, setRefused] = useState('');
  const toldId = useId();
  const title = titleOf(id);
  const written = (each: string) => keysOf(each, platform).join('+');
  const holder = key === '' ? null : holderOf(key, id, commands, changed, platform);
  const told = () => {
    if (refused !== '') return refused;
    if (holder !== null) return words.conflict(written(key), titleOf(holder), title);
    if (key === '') return '';
    return key === own ? words.isOwn(written(key)) : words.isFree(written(key));
  };

  const take = (next: string) => {
    setKey(next);
    setRefused('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    // These keep working as in any dialog.
    if (isPlain && ['Tab', 'Escape', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) return take('');
    if (['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'].includes(event.key)) return undefined;
    if (isLetter)
      return isPlain && /^[a-z]$/i.test(event.key)
        ? take(event.key.toUpperCase())
        : setRefused(words.notALetter);
    const accelerator = acceleratorOf(event.nativeEvent, platform);
    if (accelerator === null) return setRefused(words.notUsable);
    const refusal = refusalOf(accelerator, platform);
    return refusal === null ? take(accelerator) : setRefused(refusalWords[refusal](written(accelerator)));
  };
  return (
    <Dialog
      title={words.keyOf(title)}
      width="small"
      onClose={onClose}
      onSubmit={() => onSave(giveKey(id, key, commands, changed, platform))}
      submitLabel={holder === null ? buttonWords.save : words.moveKey}
      aside={
        came !== key && (
          <Button onPress={() => take(came)}>
            {words.reset(written(came) || words.noKey.toLowerCase())}
          </Button>
        )
      }
    >
      <input
        autoFocus
        readOnly
        aria-label={isLetter ? words.newLetter : words.newKey}
        aria-describedby={toldId}
        value={written(key) || words.noKey}
        onKeyDown={onKeyDown}
        className="h-10 w-full rounded-md border border-edge bg-surface px-3 text-center text-lg font-medium caret-transparent"
      />
      <p className="text-ink-soft">{isLetter ? words.letterHelp : words.help}</p>
      <p
        id={toldId}
        role="status"
        className={`min-h-10 ${refused !== '' ? 'text-danger-ink' : holder !== null ? 'text-warning-ink' : ''}`}
      >
        {told()}
      </p>
    </Dialog>
  );
}
