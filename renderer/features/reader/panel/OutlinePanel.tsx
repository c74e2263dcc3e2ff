import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Destination, OutlineNode } from '../../../../shared/contract/reader.ts';
import { outlineWords as words } from '../words.ts';

interface OutlinePanelProps {
  readonly outline: readonly OutlineNode[];
  /** Whether the document has more of them. */
  readonly isCut: boolean;
  /** From 0. */
  readonly currentPage: number;
  readonly onGo: (to: Destination) => void;
}

/** The document's bookmarks. The one that the page being read belongs to is marked. */
export function OutlinePanel({ outline, isCut, currentPage, onGo }: OutlinePanelProps) {
  const current = currentNode(outline, currentPage);
  return (
    <nav aria-label={words.title} className="min-h-0 grow overflow-auto py-1.5">
      <Nodes nodes={outline} depth={0} current={current} onGo={onGo} />
      {isCut && <p className="px-3 py-2 text-sm text-ink-soft">{words.cut}</p>}
    </nav>
  );
}

interface NodesProps {
  readonly nodes: readonly OutlineNode[];
  readonly depth: number;
  readonly current: OutlineNode | null;
  readonly onGo: (to: Destination) => void;
}

function Nodes({ nodes, ...rest }: NodesProps) {
  return (
    <ul>
      {nodes.map((node, index) => (
        <Node key={index} node={node} {...rest} />
      ))}
    </ul>
  );
}

function Node({ node, depth, current, onGo }: Omit<NodesProps, 'nodes'> & { node: OutlineNode }) {
  const [isOpen, setIsOpen] = useState(depth === 0);
  const { title, destination, children } = node;
  const name = title || words.untitled;
  return (
    <li>
      <div
        className="mx-1.5 flex items-start rounded-md hover:bg-hover has-aria-[current=location]:bg-selected"
        style={{ paddingLeft: `${depth * 12}px` }}
      >
        {children.length > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.close(name) : words.open(name)}
            className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-soft aria-expanded:[&_svg]:rotate-90"
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronRight aria-hidden className="size-3.5" />
          </button>
        ) : (
          <span className="w-6 shrink-0" />
        )}
        <button
          type="button"
          disabled={destination === null}
          aria-current={node === current ? 'location' : undefined}
          className="min-w-0 grow rounded-sm py-0.5 pr-2 text-left text-sm leading-5 break-words disabled:text-ink-soft"
          onClick={() => destination && onGo(destination)}
        >
          {name}
        </button>
      </div>
      {isOpen && children.length > 0 && (
        <Nodes nodes={children} depth={depth + 1} current={current} onGo={onGo} />
      )}
    </li>
  );
}

/** The last bookmark that leads to the page or to one before it. */
function currentNode(outline: readonly OutlineNode[], page: number): OutlineNode | null {
  let found: OutlineNode | null = null;
  const visit = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      const { destination } = node;
      if (destination && destination.page <= page && (found?.destination?.page ?? -1) <= destination.page)
        found = node;
      visit(node.children);
    }
  };
  visit(outline);
  return found;
}
