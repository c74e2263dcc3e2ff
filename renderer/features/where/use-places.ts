import { custodyDetails } from '../../../shared/domain/evidence/custody-words.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { useEngineQuery, useMatter, useReaderTarget, useRunCommand } from '../../client/index.ts';
import { formatDocketNumber, showEntry } from '../docket/index.ts';
import { likenessWords } from '../evidence/index.ts';
import { showFact } from '../argument/index.ts';
import { showExhibit } from '../exhibits/index.ts';
import { words } from './words.ts';

/** Another place where an item, or one like it, is. */
export interface Place {
  readonly key: string;
  readonly kind: 'docket' | 'exhibit' | 'item' | 'notes' | 'facts';
  /** What the place is called: "Dkt. 2-3", "Ex. C". */
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly evidenceKind?: EvidenceKind;
  readonly go: () => void;
}

/** A later receipt of the same bytes, and what was recorded about it. */
export interface Receipt {
  readonly sequence: number;
  readonly at: string;
  readonly details: readonly string[];
}

interface Places {
  readonly places: readonly Place[];
  readonly receipts: readonly Receipt[];
  /** Whether all that was asked for has come. */
  readonly isKnown: boolean;
}

/** Where else an item is: the docket first, then exhibits, what it came in, what is like it, notes on it, and the facts it shows. */
export function usePlaces(id: EvidenceId): Places {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const run = useRunCommand();
  const item = useEngineQuery('evidence.get', { matterId, id }).data;
  const docket = useEngineQuery('docket.list', { matterId }).data;
  const cites = useEngineQuery('exhibits.pageCites', { matterId, evidenceId: id, page: 1 }).data;
  const related = useEngineQuery('evidence.related', { matterId, id }).data;
  const notes = useEngineQuery('notes.list', { matterId, filter: { evidenceIds: [id] } }).data;
  const facts = useEngineQuery('argument.get', { matterId, evidenceId: id }).data?.facts;
  if (!item || !docket || !cites || !related || !notes || !facts)
    return { places: [], receipts: [], isKnown: false };

  const filed = docket
    .filter(({ evidenceId }) => evidenceId === id)
    .map<Place>((entry) => ({
      key: `entry ${entry.id}`,
      kind: 'docket',
      name: words.filed(formatDocketNumber(entry)),
      title: entry.text || entry.shortText,
      detail: '',
      go: () => {
        showEntry(entry.id);
        run('go.docket');
      },
    }));
  const marked = cites.flatMap<Place>(({ setId, setName, label }) =>
    setId === null
      ? []
      : {
          key: `exhibit ${setId} ${label}`,
          kind: 'exhibit',
          name: words.exhibit(label),
          title: setName,
          detail: '',
          go: () => {
            showExhibit({ setId, label });
            run('go.exhibits');
          },
        },
  );
  const alike = related
    .filter(({ likeness, depth }) => likeness !== 'conversation' && (likeness !== 'family' || depth === -1))
    .map<Place>(({ item: other, likeness, share }) => ({
      key: `${likeness} ${other.id}`,
      kind: 'item',
      name: likeness === 'family' ? words.cameIn : likenessWords[likeness],
      title: other.title,
      detail: likeness === 'near_text' ? words.share(share) : '',
      evidenceKind: other.kind,
      go: () => show({ source: { matterId, evidenceId: other.id }, title: other.title }),
    }));
  const [first] = notes;
  const noted: readonly Place[] = first
    ? [
        {
          key: 'notes',
          kind: 'notes',
          name: words.notes(notes.length),
          title: first.text || first.anchor.quote,
          detail: '',
          go: () => show({ source: { matterId, evidenceId: id }, title: item.title, noteId: first.id }),
        },
      ]
    : [];
  const shown = facts.map<Place>((fact) => ({
    key: `fact ${fact.id}`,
    kind: 'facts',
    name: words.fact,
    title: fact.text,
    detail: '',
    go: () => {
      showFact(fact.id);
      run('go.argument');
    },
  }));
  return {
    places: [...filed, ...marked, ...alike, ...noted, ...shown],
    receipts: item.custody
      .filter(({ action }) => action === 'received_again')
      .map((event) => ({ sequence: event.sequence, at: event.at, details: custodyDetails(event) })),
    isKnown: true,
  };
}
