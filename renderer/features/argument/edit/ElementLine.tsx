import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import type { Element } from '../../../../shared/model/argument.ts';
import { useEngineMutation, useMatter } from '../../../client/index.ts';
import { IconButton, useFocusKept } from '../../../ui/index.ts';
import { elementWords as words } from '../words.ts';

interface ElementLineProps {
  readonly element: Element;
  /** Its neighbors in the same claim. */
  readonly before: Element | null;
  readonly after: Element | null;
  readonly afterNext: Element | null;
  /** Null while another is being changed. */
  readonly onEdit: (() => void) | null;
}

/** One element in the list of what must be shown. */
export function ElementLine({ element, before, after, afterNext, onEdit }: ElementLineProps) {
  const { isReadOnly } = useMatter();
  const move = useEngineMutation('argument.element.move', { undoMessage: () => words.moved });
  const remove = useEngineMutation('argument.element.delete', { undoMessage: () => words.deleted });
  // It disappears once deleted.
  useFocusKept();
  const { id, name, standard } = element;
  return (
    <li className="flex items-start gap-2 border-b border-line py-1 last:border-0">
      <span className="min-w-0 grow py-0.5">
        <span className="block wrap-anywhere">{name}</span>
        {standard !== '' && <span className="block text-sm wrap-anywhere text-ink-soft">{standard}</span>}
      </span>
      {!isReadOnly && (
        <>
          <IconButton
            label={words.up(name)}
            icon={<ArrowUp />}
            size="small"
            isDisabled={before === null}
            onPress={() => before && move.mutate({ id, beforeId: before.id })}
          />
          <IconButton
            label={words.down(name)}
            icon={<ArrowDown />}
            size="small"
            isDisabled={after === null}
            onPress={() => move.mutate({ id, beforeId: afterNext?.id ?? null })}
          />
          <IconButton
            label={words.edit(name)}
            icon={<Pencil />}
            size="small"
            isDisabled={onEdit === null}
            onPress={() => onEdit?.()}
          />
          <IconButton
            label={words.delete(name)}
            icon={<Trash2 />}
            size="small"
            isDisabled={onEdit === null}
            onPress={() => remove.mutate({ id })}
          />
        </>
      )}
    </li>
  );
}
