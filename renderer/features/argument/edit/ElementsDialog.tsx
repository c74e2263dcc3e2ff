import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { standardTests, type StandardTest } from '../../../../shared/domain/argument/standards.ts';
import type { Element } from '../../../../shared/model/argument.ts';
import { messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, IconButton } from '../../../ui/index.ts';
import { elementWords as words, matrixWords } from '../words.ts';
import { ElementForm } from './ElementForm.tsx';

interface ElementsDialogProps {
  readonly elements: readonly Element[];
  readonly onClose: () => void;
}

/** What must be shown, claim by claim: added one by one or as a test, renamed, moved, deleted. */
export function ElementsDialog({ elements, onClose }: ElementsDialogProps) {
  const { isReadOnly } = useMatter();
  const [edited, setEdited] = useState<Element | null>(null);
  const add = useEngineMutation('argument.element.add', {
    errors: 'inline',
    undoMessage: (added) => words.added(added.length),
  });
  const move = useEngineMutation('argument.element.move', { undoMessage: () => words.moved });
  const remove = useEngineMutation('argument.element.delete', { undoMessage: () => words.deleted });
  const addTest = (test: StandardTest) => add.mutate({ elements: [...standardTests[test]] });
  const claims = [...Map.groupBy(elements, ({ claim }) => claim)];
  return (
    <Dialog title={words.title} width="large" onClose={onClose}>
      {elements.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      {claims.map(([claim, own]) => (
        <section key={claim} aria-label={claim} className="flex flex-col">
          <h3 className="border-b border-line pb-1 font-semibold wrap-anywhere">{claim}</h3>
          <ul>
            {own.map((element, at) => (
              <li key={element.id} className="flex items-start gap-2 border-b border-line py-1 last:border-0">
                <span className="min-w-0 grow py-0.5">
                  <span className="block wrap-anywhere">{element.name}</span>
                  {element.standard !== '' && (
                    <span className="block text-sm wrap-anywhere text-ink-soft">{element.standard}</span>
                  )}
                </span>
                <IconButton
                  label={words.up(element.name)}
                  icon={<ArrowUp />}
                  size="small"
                  isDisabled={isReadOnly || at === 0}
                  onPress={() => move.mutate({ id: element.id, beforeId: own[at - 1]!.id })}
                />
                <IconButton
                  label={words.down(element.name)}
                  icon={<ArrowDown />}
                  size="small"
                  isDisabled={isReadOnly || at === own.length - 1}
                  onPress={() => move.mutate({ id: element.id, beforeId: own[at + 2]?.id ?? null })}
                />
                <IconButton
                  label={words.edit(element.name)}
                  icon={<Pencil />}
                  size="small"
                  isDisabled={isReadOnly}
                  onPress={() => setEdited(element)}
                />
                <IconButton
                  label={words.delete(element.name)}
                  icon={<Trash2 />}
                  size="small"
                  isDisabled={isReadOnly}
                  onPress={() => remove.mutate({ id: element.id })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!isReadOnly && (
        <>
          <div className="flex flex-wrap gap-2">
            <Button size="small" isDisabled={add.isPending} onPress={() => addTest('winter')}>
              {matrixWords.addWinter}
            </Button>
            <Button size="small" isDisabled={add.isPending} onPress={() => addTest('slidingScale')}>
              {matrixWords.addSliding}
            </Button>
          </div>
          {add.error && <ErrorLine>{messageOf(add.error)}</ErrorLine>}
          <ElementForm
            key={edited?.id ?? 'new'}
            element={edited}
            claims={claims.map(([claim]) => claim)}
            onDone={() => setEdited(null)}
          />
        </>
      )}
    </Dialog>
  );
}
