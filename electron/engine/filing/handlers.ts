import { basename } from 'node:path';
import type { AreaHandlers } from '../handlers.ts';
import { checkTwo, type ReturnedFile } from './as-filed/check-returned.ts';
import { checkFiles } from './check/check-files.ts';
import { unknownFindings } from './check/unknown-findings.ts';
import { getCourtProfile } from './court-profiles.ts';
import { filingRules } from './filing-rules.ts';

/** Checks of files named by their paths: before they are filed, and when they come back from the court. */
export const filingHandlers: AreaHandlers<'filing'> = {
  async 'filing.check'({ sources, court }, { platform, signal, isTrusted, resolveFile }) {
    const rules = filingRules(platform, getCourtProfile(platform, court));
    const files = sources.map((source) => {
      const path = resolveFile(source);
      return { path, file: isTrusted ? path : basename(path), isUnderSeal: false, isExhibit: false };
    });
    const checked = await checkFiles(files, rules, { platform, signal, progress: () => undefined });
    return {
      court: rules.court,
      profileDate: rules.profileDate,
      files: checked.map(({ pages }, at) => ({ file: files[at]!.file, pages, outputId: null })),
      findings: [...unknownFindings(rules), ...checked.flatMap(({ findings }) => findings)],
    };
  },
  async 'filing.asFiled'({ sent, returned }, { platform, signal, isTrusted, resolveFile }) {
    const [was, is] = [sent, returned].map((ref) => {
      const filePath = resolveFile(ref);
      const name = basename(filePath);
      return { file: { location: { filePath }, name }, shownName: isTrusted ? filePath : name };
    }) as [ReturnedFile, ReturnedFile];
    return checkTwo({ ...was, outputId: null }, is, { platform, signal });
  },
};
