import { ListChecks } from 'lucide-react';
import { Button, EmptyState, Kbd } from '../../../ui/index.ts';
import { codingWords, words } from '../words.ts';
import { useCodingKeyNames } from './use-coding-keys.ts';

interface SeveralPanelProps {
  readonly count: number;
  readonly isEnabled: boolean;
  readonly onCode: () => void;
  readonly onClear: () => void;
}

/** Shown in place of the codes of one item while several are selected. */
export function SeveralPanel({ count, isEnabled, onCode, onClear }: SeveralPanelProps) {
  const { several: key } = useCodingKeyNames();
  return (
    <EmptyState
      icon={<ListChecks />}
      title={codingWords.several(count)}
      actions={
        <>
          <Button variant="primary" isDisabled={!isEnabled} onPress={onCode}>
            {codingWords.codeSeveral(count)}
            {key !== '' && (
              <span aria-hidden>
                <Kbd keys={[key]} isInverted />
              </span>
            )}
          </Button>
          <Button onPress={onClear}>{words.clearSelection}</Button>
        </>
      }
    >
      {codingWords.severalBody}
    </EmptyState>
  );
}
