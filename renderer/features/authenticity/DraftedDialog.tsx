import { Dialog } from '../../ui/index.ts';

interface DraftedDialogProps {
  readonly title: string;
  /** What was written, and what must be done with it. */
  readonly said: string;
  /** Head of the list. */
  readonly left: string;
  /** What the draft leaves to people, in sentences. */
  readonly missing: readonly string[];
  readonly onClose: () => void;
}

/** Says that a paper was drafted, and what it leaves to people. */
export function DraftedDialog({ title, said, left, missing, onClose }: DraftedDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p role="status">{said}</p>
      <div>
        <p className="font-medium">{left}</p>
        <ul data-selectable className="mt-1 flex list-disc flex-col gap-0.5 pl-5">
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
