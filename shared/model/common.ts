import { z } from 'zod';
import { textLimits } from './text-limits.ts';

/** A calendar date without time, ISO 8601: 2021-01-11. */
export const isoDate = z.iso.date();
/** An instant in UTC, ISO 8601 with milliseconds and Z. */
export const instant = z.iso.datetime();
/** Lower-case hexadecimal SHA-256. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

const id = <B extends string>(_brand: B) => z.string().min(1).max(64).brand<B>();
export const MatterId = id('MatterId');
export type MatterId = z.infer<typeof MatterId>;
export const DocketEntryId = id('DocketEntryId');
export type DocketEntryId = z.infer<typeof DocketEntryId>;
export const DocketSourceId = id('DocketSourceId');
export type DocketSourceId = z.infer<typeof DocketSourceId>;
export const DocketImportId = id('DocketImportId');
export type DocketImportId = z.infer<typeof DocketImportId>;
export const EvidenceId = id('EvidenceId');
export type EvidenceId = z.infer<typeof EvidenceId>;
export const TagId = id('TagId');
export type TagId = z.infer<typeof TagId>;
export const IntakeId = id('IntakeId');
export type IntakeId = z.infer<typeof IntakeId>;
export const TranscriptId = id('TranscriptId');
export type TranscriptId = z.infer<typeof TranscriptId>;
export const NoteId = id('NoteId');
export type NoteId = z.infer<typeof NoteId>;
export const ReviewCopyId = id('ReviewCopyId');
export type ReviewCopyId = z.infer<typeof ReviewCopyId>;
export const ListViewId = id('ListViewId');
export type ListViewId = z.infer<typeof ListViewId>;
export const SavedSearchId = id('SavedSearchId');
export type SavedSearchId = z.infer<typeof SavedSearchId>;
export const ExhibitSetId = id('ExhibitSetId');
export type ExhibitSetId = z.infer<typeof ExhibitSetId>;
export const ExhibitId = id('ExhibitId');
export type ExhibitId = z.infer<typeof ExhibitId>;
export const BuildId = id('BuildId');
export type BuildId = z.infer<typeof BuildId>;
export const BuildOutputId = id('BuildOutputId');
export type BuildOutputId = z.infer<typeof BuildOutputId>;
export const DeadlineId = id('DeadlineId');
export type DeadlineId = z.infer<typeof DeadlineId>;
export const CourtDayId = id('CourtDayId');
export type CourtDayId = z.infer<typeof CourtDayId>;
export const TroEventId = id('TroEventId');
export type TroEventId = z.infer<typeof TroEventId>;
export const NoticeEffortId = id('NoticeEffortId');
export type NoticeEffortId = z.infer<typeof NoticeEffortId>;
export const ElementId = id('ElementId');
export type ElementId = z.infer<typeof ElementId>;
export const FactId = id('FactId');
export type FactId = z.infer<typeof FactId>;
export const PinCiteId = id('PinCiteId');
export type PinCiteId = z.infer<typeof PinCiteId>;
export const JobId = id('JobId');
export type JobId = z.infer<typeof JobId>;

/**
 * A file or folder outside the matter. The renderer only ever holds a single-use token from a dialog or a drop;
 * the command line, which is trusted with paths, passes the path itself.
 */
export const FileRef = z.union([
  z.strictObject({ token: z.string().min(16).max(128) }),
  // No system has a file of such a name, and Node refuses to ask for one.
  z.strictObject({
    path: z
      .string()
      .min(1)
      .refine((path) => !path.includes('\0'), 'not a path'),
  }),
]);
export type FileRef = z.infer<typeof FileRef>;

/** Who acts. Goes into audit and custody rows. */
export const Person = z.strictObject({
  name: z.string().trim().max(textLimits.person.name),
  role: z.string().trim().max(textLimits.person.role),
  barNumber: z.string().trim().max(textLimits.person.barNumber),
});
export type Person = z.infer<typeof Person>;

/** A declared problem with something that was kept anyway. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  /** All pages it is about, from 1, where it is about some; the message may name only the first of them. */
  pages: z.array(z.number().int().min(1)).optional(),
});
export type Problem = z.infer<typeof Problem>;
