import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Handlers } from '../../handlers.ts';
import { archiveEvidence, describeEvidence } from '../describe-evidence.ts';
import { addTag, assignTags, deleteTag, listTags, updateTag } from '../describe-tags.ts';
import { getEvidence, listEvidence, rowsOf } from './evidence-view.ts';
import { evidenceFacets, findByLetters, findEvidence } from './find-evidence.ts';
import { listViews } from './list-views.ts';
import { readExhibitLabels } from '../../store/item-uses.ts';
import { relatedItems } from './related-items.ts';
import { summarize } from './summarize.ts';

/** Lists of evidence, and what people say of its items. */
export const listHandlers = {
  'evidence.list': (query, { session }) => listEvidence(session, query),
  'evidence.find': ({ matterId: _matter, ...search }, { session }) => findEvidence(session, search),
  'evidence.rows': ({ ids }, { session }) => rowsOf(session, ids),
  'evidence.labels': (_input, { session }) =>
    [...readExhibitLabels(session, null)].map(([id, labels]) => ({ evidenceId: id as EvidenceId, labels })),
  'evidence.facets': (_input, { session }) => evidenceFacets(session),
  'evidence.byLetters': ({ matterId: _matter, ...search }, { session }) => findByLetters(session, search),
  'evidence.summary': ({ ids }, { session }) => summarize(session, ids),
  'evidence.get': ({ id }, { session }) => getEvidence(session, id),
  'evidence.related': ({ id }, { session }) => relatedItems(session, id),
  'evidence.view.list': (_input, { session }) => listViews.list(session),
  'evidence.view.add': ({ fields }, context) => listViews.add(fields, context),
  'evidence.view.update': ({ id, fields }, context) => listViews.update(id, fields, context),
  'evidence.view.delete': ({ id }, context) => listViews.remove(id, context),
  'evidence.update': ({ ids, fields }, context) => describeEvidence(ids, fields, context),
  'evidence.archive': ({ ids, isArchived }, context) => archiveEvidence(ids, isArchived, context),
  'evidence.tag.list': (_input, { session }) => listTags(session),
  'evidence.tag.add': ({ fields }, context) => addTag(fields, context),
  'evidence.tag.update': ({ id, fields }, context) => updateTag(id, fields, context),
  'evidence.tag.delete': ({ id }, context) => deleteTag(id, context),
  'evidence.tag.assign': (tags, context) => assignTags(tags, context),
} satisfies Partial<Handlers>;
