import { ArrowRight } from 'lucide-react';
import type { LabelChange } from '../../../../shared/model/exhibits.ts';
import { ScrolledTable } from '../../../ui/index.ts';
import { placeWords as words } from './words.ts';

/** The old and new labels. What stays the same is left out by the caller. */
export function WasNowTable({ caption, changes }: { caption: string; changes: readonly LabelChange[] }) {
  return (
    // Labels take the room they need; titles, which may be long, have the rest.
    <ScrolledTable label={caption} heads={[[words.was, 'w-px'], [words.now, 'w-px'], [words.title]]}>
      {changes.map(({ id, title, was, now }, at) => (
        <tr key={id ?? `new ${at}`} className="border-t border-line">
          <td className="px-3 py-1 whitespace-nowrap text-ink-soft">{was ?? words.new}</td>
          <td className="px-3 py-1 font-semibold whitespace-nowrap">
            <span className="flex items-center gap-2">
              <ArrowRight aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
              {now}
            </span>
          </td>
          <td className="px-3 py-1 wrap-anywhere">
            <bdi title={title} className="line-clamp-2">
              {title}
            </bdi>
          </td>
        </tr>
      ))}
    </ScrolledTable>
  );
}
