import { expect, test } from 'vitest';
import { ownDeclarant } from './own-declaration.ts';

test.each([
  ['DECLARATION OF JANE SMITH IN SUPPORT OF PLAINTIFF’S MOTION', 'JANE SMITH'],
  [
    'FAIRWATER LLC v. NORTHGATE\nNo. 2:21-cv-1\nDECLARATION OF\nJANE Q. SMITH\nI, Jane Smith, declare',
    'JANE Q. SMITH',
  ],
  ['DECLARATION OF JANE SMITH\n1. I am', 'JANE SMITH'],
  ['AFFIDAVIT OF ANN O’BRIEN', "ANN O'BRIEN"],
  ['MOTION FOR A TEMPORARY RESTRAINING ORDER\nFiled with DECLARATION OF JANE SMITH', null],
  ['See the Declaration of Jane Smith', null],
  ['DECLARATION OF INDEPENDENCE', 'INDEPENDENCE'],
  ['', null],
])('%s', (text, declarant) => expect(ownDeclarant(text)).toBe(declarant));
