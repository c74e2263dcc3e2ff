import { app } from 'electron/main';

/** The Electron that releases are made with; an older one is the fallback for development and tests (README). */
const releaseElectron = 45;

/** The text of the system's About box. */
export function setAboutPanel(): void {
  const { electron, chrome, node } = process.versions;
  const isFallback = Number.parseInt(electron, 10) < releaseElectron;
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: 'MIT License',
    credits:
      `Electron ${electron}, Chromium ${chrome}, Node ${node}.` +
      (isFallback ? ' Made with the fallback runtime: for development and tests, not for release.' : ''),
  });
}
