import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Cross-origin isolation lets the wasm backend use threads; a host that does not send these still works. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  server: { port: 5173, strictPort: true, headers: isolation },
  preview: { port: 5173, strictPort: true, headers: isolation },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
});
