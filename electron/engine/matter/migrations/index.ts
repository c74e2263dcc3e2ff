import { foundation } from './steps/0010-foundation.ts';
import { docketRecord } from './steps/0020-docket-record.ts';
import { deadlines } from './steps/0030-deadlines.ts';
import { vault } from './steps/0040-vault.ts';
import { exhibits } from './steps/0050-exhibits.ts';
import { review } from './steps/0060-review.ts';
import { archival } from './steps/0070-archival.ts';
import { everyPage } from './steps/0080-every-page.ts';
import { indexVersions } from './steps/0090-index-versions.ts';
import { argument } from './steps/0100-argument.ts';
import { redactionMarks } from './steps/0110-redaction-marks.ts';
import { asFiled } from './steps/0120-as-filed.ts';
import { summaries } from './steps/0130-summaries.ts';
import { longTranscripts } from './steps/0140-long-transcripts.ts';
import { pageNumbers } from './steps/0150-page-numbers.ts';
import { productions } from './steps/0160-productions.ts';
import { factsInSearch } from './steps/0170-facts-in-search.ts';
import { givenClaims } from './steps/0220-given-claims.ts';
import type { Migration } from './migration.ts';

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  docketRecord,
  deadlines,
  vault,
  exhibits,
  review,
  archival,
  everyPage,
  indexVersions,
  argument,
  redactionMarks,
  asFiled,
  summaries,
  longTranscripts,
  pageNumbers,
  productions,
  factsInSearch,
  givenClaims,
];

/** The format version this app writes. */
export const schemaVersion = migrations.at(-1)!.version;
