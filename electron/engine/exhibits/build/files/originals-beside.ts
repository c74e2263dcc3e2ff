import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { ByteSource } from '../../../pdf/byte-source.ts';
import type { AssembledItem, WrittenFile } from '../../../pdf/assemble/index.ts';
import type { WrittenOutput } from '../../build-repository.ts';
import type { PlannedExhibit, SetPlan } from '../plan/set-plan.ts';
import { outputOf, type AssembleSetTools } from './built-set.ts';

const stepBytes = 1024 * 1024;

/** Findings of the assembler about digital signatures, which only the untouched original can prove. */
const signatureCode = /SIGNATURE/;

/**
 * Puts originals beside the binder, byte for byte: those produced in native form, and those whose digital signature no copy keeps.
 *
 * @param parts what came of each exhibit of the plan
 * @throws the file system's own errors
 */
export async function putOriginalsBeside(
  plan: SetPlan,
  parts: readonly AssembledItem[],
  folder: string,
  { openOriginal }: Pick<AssembleSetTools, 'openOriginal'>,
): Promise<{ readonly outputs: readonly WrittenOutput[]; readonly findings: readonly Finding[] }> {
  const outputs: WrittenOutput[] = [];
  const findings: Finding[] = [];
  for (const [place, planned] of plan.exhibits.entries()) {
    const { originalFile: file, isNative, item } = planned;
    const isSigned = parts[place]!.findings.some(({ code }) => signatureCode.test(code));
    if (file === null || !(isNative || isSigned)) continue;
    const original = openOriginal(place);
    try {
      const written = await copyInto(folder, file, original);
      outputs.push(outputOf('original', file, written, { label: item.label }));
    } finally {
      original.close();
    }
    findings.push(besideFinding(planned, file));
  }
  return { outputs, findings };
}

function besideFinding({ isNative, item, source }: PlannedExhibit, file: string): Finding {
  return isNative
    ? {
        code: 'PRODUCED_IN_NATIVE_FORM',
        severity: 'info',
        message: `A page stands for “${source!.name}”. The original is in “${file}”: hand it over with the binder.`,
        label: item.label,
      }
    : {
        code: 'SIGNED_ORIGINAL_BESIDE',
        severity: 'info',
        message: `The original with its digital signature is in “${file}”, byte for byte as it was received.`,
        label: item.label,
      };
}

/** Copies an original into a folder, in steps of a MiB. */
async function copyInto(folder: string, file: string, source: ByteSource): Promise<WrittenFile> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const target = await open(path, 'wx');
  try {
    const step = new Uint8Array(Math.min(stepBytes, Math.max(1, source.sizeBytes)));
    for (let position = 0; position < source.sizeBytes;) {
      const read = source.readAt(position, step.subarray(0, source.sizeBytes - position));
      if (read === 0) throw new Error('an original ended early');
      hash.update(step.subarray(0, read));
      await target.writeFile(step.subarray(0, read));
      position += read;
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { bytes: source.sizeBytes, sha256: hash.digest('hex') };
}
