import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { webFonts } from './scripts/build/web-font.mjs';

/** The window's page: served by the app's own protocol under a policy that allows no inline code or style. */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  base: '/',
  plugins: [react(), tailwindcss(), webFonts()],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // Read from this disk, never over a network.
    chunkSizeWarningLimit: 4_000,
  },
});
