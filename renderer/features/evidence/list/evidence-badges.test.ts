import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { evidenceBadges } from './evidence-badges.ts';

function item(fields: Partial<EvidenceItem>): EvidenceItem {
  return {
    id: `id-${fields.title ?? ''}` as EvidenceItem['id'],
    sha256: 'a'.repeat(64),
    kind: 'pdf',
    title: 'Letter',
    originalName: 'letter.pdf',
    sizeBytes: 1_000,
    pages: 1,
    custodian: '',
    source: '',
    collected: { at: '', by: '', where: '', how: '' },
    note: '',
    receivedAt: '2021-01-11T17:00:00.000Z',
    hasText: true,
    needsOcr: false,
    ocrPages: 0,
    isArchived: false,
    isReviewed: false,
    isFlagged: false,
    relevance: null,
    isResponsive: null,
    privilege: null,
    hasCodingConflict: false,
    notes: 0,
    tagIds: [],
    claimedAt: null,
    claimedFrom: null,
    claimedTo: null,
    parentIds: [],
    members: 0,
    batesSeen: null,
    problems: [],
    exhibitLabels: [],
    docketNumbers: [],
    ...fields,
  };
}

describe('badges', () => {
  it('say what an item is used as before what is wrong with it', () => {
    const badges = evidenceBadges(
      item({
        exhibitLabels: ['TRO exhibits: C'],
        docketNumbers: ['2-3'],
        problems: [
          { code: 'EVIDENCE_ENCRYPTED', message: '' },
          { code: 'EVIDENCE_NO_TEXT', message: '' },
        ],
        isArchived: true,
      }),
    );
    expect(badges.map(({ text }) => text)).toEqual(['Ex. C', 'Dkt. 2-3', 'Password +1', 'Archived']);
  });
});
