import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite build -c src/web/vite.config.ts` writes the application to `dist/web`. */
export default defineConfig({
  root: __dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A strict Content-Security-Policy has no place for data: scripts or fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'registro.html'].map((page) => join(__dirname, page)),
    },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://localhost:3000' } },
});
