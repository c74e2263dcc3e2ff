import { createContext, use, type ComponentType, type ReactNode } from 'react';
import type { DocketEntry } from '../../shared/model/docket.ts';
import type { EvidenceItem } from '../../shared/model/evidence.ts';

/** Sections that one area adds to another area's details, without either knowing the other. */
export interface DetailSections {
  readonly entry: ComponentType<{ readonly id: DocketEntry['id'] }>;
  readonly evidence: ComponentType<{ readonly id: EvidenceItem['id'] }>;
}

const DetailSectionsContext = createContext<DetailSections | null>(null);

/** Gives the sections to everything below. */
export function DetailSectionsProvider(props: { sections: DetailSections; children: ReactNode }) {
  return <DetailSectionsContext value={props.sections}>{props.children}</DetailSectionsContext>;
}

/** What other areas say of a docket entry, within its details. */
export function EntrySections({ id }: { id: DocketEntry['id'] }) {
  const sections = use(DetailSectionsContext);
  return sections && <sections.entry id={id} />;
}

/** What other areas say of an evidence item, within its details. */
export function EvidenceSections({ id }: { id: EvidenceItem['id'] }) {
  const sections = use(DetailSectionsContext);
  return sections && <sections.evidence id={id} />;
}
