import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './tools/vite/contentSecurityPolicy.ts';
import { threadedWasm } from './tools/vite/threadedWasm.ts';

/** Cross-origin isolation lets the wasm backend use threads; a host that does not send these still works. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy()],
  worker: { format: 'es', plugins: () => [threadedWasm()] },
  optimizeDeps: {
    // All at once when the server starts: a package found later would reload the page under the reader's hands.
    entries: ['index.html', 'src/model/inference.worker.ts'],
    rolldownOptions: { plugins: [threadedWasm()] },
  },
  server: { port: 5173, strictPort: true, headers: isolation },
  preview: { headers: isolation },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    // What the page needs first is one file: cut up along what each later part shares with it, it compresses worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } } },
  },
});
