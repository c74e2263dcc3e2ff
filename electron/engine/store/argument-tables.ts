import type { BearingSide, FactFields } from '../../../shared/model/argument.ts';
import type { ElementId, EvidenceId, FactId, PinCiteId } from '../../../shared/model/common.ts';

/** The tables of facts and of what must be shown, as the query builder sees them. */
export interface ArgumentTables {
  element: {
    id: ElementId;
    claim: string;
    name: string;
    standard: string;
    position: number;
    created_at: string;
  };
  fact: {
    id: FactId;
    text: string;
    date: string | null;
    dispute: FactFields['dispute'];
    allegation: string;
    note: string;
    author: string;
    created_at: string;
    updated_at: string;
  };
  bearing: { id: string; fact_id: FactId; element_id: ElementId; side: BearingSide };
  pin_cite: {
    id: PinCiteId;
    fact_id: FactId;
    evidence_id: EvidenceId;
    page: number | null;
    at_ms: number | null;
    quote: string;
    prefix: string;
    suffix: string;
    paragraph: string;
    created_at: string;
  };
}
