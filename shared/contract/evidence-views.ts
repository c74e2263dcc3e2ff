import { z } from 'zod';
import { ListViewId } from '../model/common.ts';
import { ListView } from '../model/evidence.ts';
import { editErrors, inMatter, matterCommand, matterQuery } from './define.ts';
import { textLimits } from '../model/text-limits.ts';

const edit = { changes: ['evidence'], isUndoable: true } as const;
const viewFields = ListView.omit({ id: true, name: true }).extend({
  name: z.string().trim().min(1).max(textLimits.evidence.list),
});
/** Lists as somebody set them up, saved under names. */
export const evidenceViewContract = {
  'evidence.view.list': matterQuery(inMatter(), z.array(ListView)),
  'evidence.view.add': matterCommand(inMatter({ fields: viewFields }), ListView, {
    errors: ['MATTER_READ_ONLY'],
    ...edit,
  }),
  'evidence.view.update': matterCommand(
    inMatter({ id: ListViewId, fields: viewFields.partial() }),
    ListView,
    { errors: editErrors, ...edit },
  ),
  'evidence.view.delete': matterCommand(inMatter({ id: ListViewId }), z.null(), {
    errors: editErrors,
    ...edit,
  }),
} as const;
