import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { MatrixCell, MatrixClaim, MatrixRow } from '../../../../shared/domain/argument/matrix.ts';
import { gapText } from '../../../../shared/domain/argument/tables.ts';
import type { BearingSide } from '../../../../shared/model/argument.ts';
import { useMatter } from '../../../client/index.ts';
import { Badge, IconButton } from '../../../ui/index.ts';
import { openArgumentDialog } from '../argument-dialogs.ts';
import { matrixWords as words, sideWords } from '../words.ts';
import { FactList, type FactChoice } from './FactList.tsx';

export interface MatrixChoice extends FactChoice {
  /** Whether words filter the facts: an empty cell may then have hidden facts. */
  readonly isNarrowed: boolean;
}

interface MatrixTableProps extends MatrixChoice {
  readonly claim: MatrixClaim;
}

const headClass = 'border-b border-line px-2 pb-1 text-left text-sm font-medium text-ink-soft';
const cellClass = 'group/cell border-b border-line px-2 py-1.5 align-top';

/** The elements of one claim, each with the facts for it and against it. */
export function MatrixTable({ claim, ...choice }: MatrixTableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 text-lg font-semibold wrap-anywhere">
        {claim.claim}
      </h2>
      <table className="w-full table-fixed border-collapse">
        <colgroup>
          <col className="w-[26%]" />
          <col />
          <col className="w-[34%]" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={headClass}>
              {words.element}
            </th>
            <th scope="col" className={headClass}>
              {sideWords.for}
            </th>
            <th scope="col" className={headClass}>
              {sideWords.against}
            </th>
          </tr>
        </thead>
        <tbody>
          {claim.rows.map((row) => (
            <tr key={row.element.id}>
              <th scope="row" className={`${cellClass} text-left font-normal`}>
                <span className="block font-medium wrap-anywhere">{row.element.name}</span>
                {row.element.standard !== '' && (
                  <span className="block text-sm wrap-anywhere text-ink-soft">{row.element.standard}</span>
                )}
              </th>
              <Cell row={row} side="for" {...choice} />
              <Cell row={row} side="against" {...choice} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps extends MatrixChoice {
  readonly row: MatrixRow;
  readonly side: BearingSide;
}

function Cell({ row, side, isNarrowed, ...choice }: CellProps) {
  const { isReadOnly } = useMatter();
  const { element } = row;
  const cell = row[side];
  return (
    <td className={cellClass}>
      <div className="flex items-start gap-1">
        <div className="min-w-0 grow">
          {!isNarrowed && <Gap cell={cell} side={side} />}
          {cell.facts.length > 0 && <FactList facts={cell.facts} {...choice} />}
        </div>
        {!isReadOnly && (
          <span className="opacity-0 group-focus-within/cell:opacity-100 group-hover/cell:opacity-100">
            <IconButton
              label={words.addTo(`${element.name}, ${element.claim}`, side)}
              icon={<Plus />}
              size="small"
              onPress={() =>
                openArgumentDialog({ kind: 'addFact', bearing: { elementId: element.id, side } })
              }
            />
          </span>
        )}
      </div>
    </td>
  );
}

/** What is missing where an element rests on too little; having nothing against it is not a gap. */
function Gap({ cell, side }: { readonly cell: MatrixCell; readonly side: BearingSide }) {
  if (side === 'against')
    return cell.state === 'empty' ? <span className="text-sm text-ink-soft">{words.none}</span> : null;
  const gap = gapText(cell);
  return gap === '' ? null : <Badge tone={cell.state === 'empty' ? 'danger' : 'warning'}>{gap}</Badge>;
}
