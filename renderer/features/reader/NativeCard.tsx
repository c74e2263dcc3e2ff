import { FileBox } from 'lucide-react';
import { useState } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { runJob, showError } from '../../client/index.ts';
import { Button, EmptyState, showToast } from '../../ui/index.ts';

/** Stands for a file that is kept as it came and has no pages to show. */
export function NativeCard({ title, source }: { title: string; source: ReaderSource }) {
  const [isExporting, setIsExporting] = useState(false);
  const exportOriginal = async (matterId: string, evidenceId: EvidenceId) => {
    const target = await window.forthwith.chooseFolder('export');
    if (!target) return;
    setIsExporting(true);
    try {
      const { files } = await runJob('evidence.export', {
        matterId,
        ids: [evidenceId],
        target: { token: target.token },
      });
      showToast({ message: `Exported ${files[0]?.fileName ?? title}, byte for byte as it came.` });
    } catch (error) {
      showError(error);
    } finally {
      setIsExporting(false);
    }
  };
  const isEvidence = 'evidenceId' in source;
  return (
    <EmptyState
      icon={<FileBox />}
      title={title}
      actions={
        isEvidence && (
          <Button
            isDisabled={isExporting}
            onPress={() => void exportOriginal(source.matterId, source.evidenceId)}
          >
            Export original…
          </Button>
        )
      }
    >
      {isEvidence
        ? 'This file is kept unaltered; it cannot be shown here yet. Export it to open it in its own program.'
        : 'This file has no pages to show. It lies in the folder the exhibits were built into.'}
    </EmptyState>
  );
}
