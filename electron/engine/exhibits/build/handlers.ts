import type { AreaHandlers } from '../../handlers.ts';
import { checkAsFiled } from './as-filed/check-as-filed.ts';
import { buildSet } from './build.ts';
import { listBuilds } from './builds-of-set.ts';
import { checkFiling } from './check-filing.ts';
import { compareBuild } from './compare/compare-build.ts';
import { planVolumes } from './plan/plan-volumes.ts';
import { listCourts } from './plan/volume-limit.ts';
import { printCopy } from './print/print-copy.ts';
import { printSheets } from './print/print-sheets.ts';

/** What the contract’s operations on builds do. */
export const buildHandlers: Pick<
  AreaHandlers<'exhibits'>,
  | 'exhibits.build'
  | 'exhibits.build.list'
  | 'exhibits.checkAsFiled'
  | 'exhibits.checkFiling'
  | 'exhibits.compare'
  | 'exhibits.courts'
  | 'exhibits.planVolumes'
  | 'exhibits.printCopy'
  | 'exhibits.printSheets'
> = {
  'exhibits.build': ({ setId, target, volumeMegabytes, court, downsampleDpi, isArchival }, context) =>
    buildSet(
      setId,
      context.resolveFile(target),
      { volumeMegabytes, court, downsampleDpi: downsampleDpi ?? null, isArchival: isArchival ?? null },
      context,
    ),
  'exhibits.build.list': ({ setId }, { session, isTrusted }) => listBuilds(session, setId, isTrusted),
  'exhibits.checkAsFiled': ({ setId, buildId, returned }, context) =>
    checkAsFiled(setId, buildId, returned.map(context.resolveFile), context),
  'exhibits.checkFiling': ({ setId, court }, context) => checkFiling(setId, court, context),
  'exhibits.compare': ({ manifest }, context) => compareBuild(context.resolveFile(manifest), context),
  'exhibits.courts': (_input, { session }) => listCourts(session),
  'exhibits.planVolumes': ({ setId, ...choice }, { session }) => planVolumes(session, setId, choice),
  'exhibits.printCopy': printCopy,
  'exhibits.printSheets': printSheets,
};
