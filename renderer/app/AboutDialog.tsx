import { Dialog } from '../ui/index.ts';

export function AboutDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Forthwith" width="small" onClose={onClose}>
      <p data-selectable>Version {window.forthwith.appVersion}</p>
      <p>Docket, evidence and court-ready exhibits for temporary restraining orders, offline.</p>
      <p className="text-ink-soft">
        Everything stays on this computer. Forthwith gives no legal advice: counsel confirms every date and
        every filing.
      </p>
    </Dialog>
  );
}
