import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Three pages: index.html for everybody signed in; answer.html (small, without router and charts) for answering on a phone; check.html,
 * where anybody finds the own receipt in the published list.
 */
export default defineConfig({
  root: at('.'),
  base: '/',
  plugins: [react()],
  resolve: {
    alias: {
      '#survey-model': at('../../libs/survey-model/src/index.ts'),
      '#ballot/custody': at('../../libs/ballot/src/custody.ts'),
      '#ballot': at('../../libs/ballot/src/index.ts'),
    },
  },
  build: {
    outDir: at('../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows neither data: fonts nor inline scripts: every asset is a file of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: { index: at('index.html'), answer: at('answer.html'), check: at('check.html') } },
  },
});
