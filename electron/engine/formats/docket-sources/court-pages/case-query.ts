import type { Document } from 'domhandler';
import { blankDocket } from '../../../../../shared/domain/docket/blank.ts';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { hasCaseMenu, readCaseBlock } from './case-block.ts';
import { readReceipt } from './receipt.ts';

/**
 * Reads the page that shows a case and what can be asked about it; null for any other page. It has the case's header and no
 * entries.
 */
export function readCaseQuery(document: Document): ParsedSource | null {
  const header = readCaseBlock(document);
  if (!header || !hasCaseMenu(document)) return null;
  return {
    kind: 'case_query',
    printedAt: readReceipt(document).printedAt,
    dockets: [blankDocket(header)],
    warnings: [],
  };
}
