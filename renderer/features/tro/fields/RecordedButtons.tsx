import { Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '../../../ui/index.ts';
import { recordedWords as words } from '../words.ts';

interface RecordedButtonsProps {
  /** What is recorded, as it is named in a sentence. */
  readonly named: string;
  readonly isDeleting: boolean;
  readonly onCorrect: () => void;
  readonly onDelete: () => void;
}

/** What can be done with something that is recorded on the desk. */
export function RecordedButtons({ named, isDeleting, onCorrect, onDelete }: RecordedButtonsProps) {
  return (
    <span className="flex">
      <IconButton
        label={words.correct(named)}
        icon={<Pencil />}
        size="small"
        changesMatter
        onPress={onCorrect}
      />
      <IconButton
        label={words.delete(named)}
        icon={<Trash2 />}
        size="small"
        changesMatter
        isDisabled={isDeleting}
        onPress={onDelete}
      />
    </span>
  );
}
