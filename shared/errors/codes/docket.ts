import { errorCode } from '../define.ts';

export const docketErrors = {
  DOCKET_NUMBER_TAKEN: errorCode(
    3,
    (d) => `There is already a docket entry ${String(d['number'])}. Use another number, or edit that entry.`,
  ),
  DOCKET_ATTACHMENT_WITHOUT_ENTRY: errorCode(
    3,
    (d) => `Attachment ${String(d['number'])} has no docket entry to belong to. Add the entry first.`,
  ),
};
