import { TriangleAlert, X } from 'lucide-react';
import type { PinCite, PinCiteFinding } from '../../../../shared/model/argument.ts';
import { Badge, IconButton, LinkButton, useFocusKept } from '../../../ui/index.ts';
import { detailWords as words, findingWords } from '../words.ts';

interface PinCiteLineProps {
  readonly pinCite: PinCite;
  /** What is wrong with it; nothing where it holds. */
  readonly finding: PinCiteFinding | undefined;
  readonly onOpen: () => void;
  /** Null where the matter is open read-only. */
  readonly onRemove: (() => void) | null;
}

/** One place that shows a fact, with its words, and whether they are there. */
export function PinCiteLine({ pinCite, finding, onOpen, onRemove }: PinCiteLineProps) {
  const { cite, title, isArchived, anchor } = pinCite;
  // It disappears once removed.
  useFocusKept();
  return (
    <li className="rounded-md border border-line px-2 py-1">
      <span className="flex items-start gap-1">
        <span className="min-w-0 grow">
          <LinkButton label={words.openCite(cite)} onPress={onOpen} className="wrap-anywhere">
            {cite}
          </LinkButton>
          {!cite.startsWith(title) && (
            <span className="block truncate text-sm text-ink-soft" title={title}>
              {title}
            </span>
          )}
        </span>
        {isArchived && <Badge>{words.archived}</Badge>}
        {onRemove && <IconButton label={words.remove(cite)} icon={<X />} size="small" onPress={onRemove} />}
      </span>
      {anchor.quote !== '' && (
        <blockquote data-selectable dir="auto" className="mt-1 line-clamp-4 text-sm wrap-anywhere">
          “{anchor.quote}”
        </blockquote>
      )}
      {finding && (
        <p className="mt-1 flex items-start gap-1.5 text-sm text-warning-ink">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {findingWords(finding, anchor.atMs !== null)}
        </p>
      )}
    </li>
  );
}
