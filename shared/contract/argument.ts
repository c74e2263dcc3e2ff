import { z } from 'zod';
import {
  Allegations,
  Argument,
  Element,
  ElementFields,
  Fact,
  FactFields,
  PinCiteFields,
  PinCiteFinding,
} from '../model/argument.ts';
import { ElementId, EvidenceId, FactId, FileRef, PinCiteId } from '../model/common.ts';
import { editErrors, inMatter, matterCommand, matterJob, matterQuery } from './define.ts';

const edit = { changes: ['argument'], isUndoable: true } as const;
/** Without defaults: what is left out stays as it is. */
const factChanges = z
  .strictObject({
    text: FactFields.shape.text,
    date: FactFields.shape.date.unwrap(),
    dispute: FactFields.shape.dispute.unwrap(),
    allegation: FactFields.shape.allegation.unwrap(),
    note: FactFields.shape.note.unwrap(),
    bearings: FactFields.shape.bearings.unwrap(),
  })
  .partial();

export const argumentContract = {
  /** All of it, or the facts that one item shows. */
  'argument.get': matterQuery(inMatter({ evidenceId: EvidenceId.optional() }), Argument),
  /** The numbered paragraphs of a pleading: the complaint in force where none is given. */
  'argument.allegations': matterQuery(inMatter({ pleadingId: EvidenceId.optional() }), Allegations, {
    errors: ['NOT_FOUND'],
  }),
  /** Pin cites whose words are not on the page they name. */
  'argument.check': matterQuery(inMatter(), z.array(PinCiteFinding)),
  'argument.fact.add': matterCommand(
    inMatter({ fields: FactFields, pinCites: z.array(PinCiteFields).max(100).default([]) }),
    Fact,
    { errors: [...editErrors, 'PIN_CITE_INVALID'], ...edit },
  ),
  /** Changes what a fact says, and the places that show it, as one step. */
  'argument.fact.update': matterCommand(
    inMatter({
      id: FactId,
      fields: factChanges,
      addedPinCites: z.array(PinCiteFields).max(100).default([]),
      removedPinCiteIds: z.array(PinCiteId).max(1_000).default([]),
    }),
    Fact,
    { errors: [...editErrors, 'PIN_CITE_INVALID'], ...edit },
  ),
  'argument.fact.delete': matterCommand(inMatter({ ids: z.array(FactId).min(1).max(10_000) }), z.null(), {
    errors: editErrors,
    ...edit,
  }),
  'argument.pinCite.add': matterCommand(inMatter({ factId: FactId, pinCite: PinCiteFields }), Fact, {
    errors: [...editErrors, 'PIN_CITE_INVALID'],
    ...edit,
  }),
  'argument.pinCite.delete': matterCommand(inMatter({ id: PinCiteId }), Fact, {
    errors: editErrors,
    ...edit,
  }),
  /** Adds elements at the end; those of an existing claim are grouped with it. */
  'argument.element.add': matterCommand(
    inMatter({ elements: z.array(ElementFields).min(1).max(100) }),
    z.array(Element),
    { errors: ['MATTER_READ_ONLY'], ...edit },
  ),
  'argument.element.update': matterCommand(inMatter({ id: ElementId, fields: ElementFields }), Element, {
    errors: editErrors,
    ...edit,
  }),
  /** Deletes an element; the facts stay and are no longer linked to it. */
  'argument.element.delete': matterCommand(inMatter({ id: ElementId }), z.null(), {
    errors: editErrors,
    ...edit,
  }),
  /** Moves an element before another of its claim, or with null to the claim's end. */
  'argument.element.move': matterCommand(
    inMatter({ id: ElementId, beforeId: ElementId.nullable() }),
    z.array(Element),
    { errors: editErrors, ...edit },
  ),
  /** Writes the chronology, the matrix or the allegations, as a table or for Word. */
  'argument.export': matterJob(
    inMatter({
      what: z.enum(['chronology', 'matrix', 'allegations']),
      /** Only of allegations: the pleading; the complaint in force where none is given. */
      pleadingId: EvidenceId.optional(),
      form: z.enum(['csv', 'docx']),
      target: FileRef,
    }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      sha256: z.string(),
      /** Rows of the table. */
      rows: z.number().int(),
    }),
    { errors: ['NOT_FOUND', 'FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
} as const;
