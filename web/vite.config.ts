import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sizeBudget } from './build/size-budget.ts';
import { staticMembers } from './build/static-members.ts';
import { withoutAuthErrors } from './build/without-auth-errors.ts';
import { withoutEval } from './build/without-eval.ts';
import { withoutHeartbeats } from './build/without-heartbeats.ts';
import { withoutJsonSchema } from './build/without-json-schema.ts';
import { withoutZodMessages } from './build/without-zod-messages.ts';

const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:4801';

export default defineConfig({
  plugins: [
    react(),
    staticMembers(),
    withoutAuthErrors(),
    withoutHeartbeats(),
    withoutJsonSchema(),
    withoutEval(),
    withoutZodMessages(),
    sizeBudget({ firstPaint: 110_000, all: 330_000 }),
  ],
  // Firebase's packages each bring the same small ones; one copy of each is 3 kB gzipped less.
  resolve: { dedupe: ['@firebase/app', '@firebase/component', '@firebase/logger', '@firebase/util'] },
  build: {
    outDir: 'dist',
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Reading a property does nothing else: Chart.js's scales that nobody draws can go, though their defaults read some. So can the router's
    // link, which is made by a call of React's, and what Firestore says at a level that nobody turns on: 1.5 kB gzipped.
    rolldownOptions: {
      treeshake: {
        propertyReadSideEffects: false,
        manualPureFunctions: ['forwardRef', 'createContext', '__PRIVATE_logDebug'],
      },
      optimization: { inlineConst: { mode: 'all' } },
      // A heat map and its picture in one file, and what several files share in one: apart they are 1.1 kB gzipped more.
      output: {
        // Every file names those that it loads, and no digest can be packed: two letters less of each are 100 bytes.
        chunkFileNames: 'assets/[name]-[hash:6].js',
        assetFileNames: 'assets/[name]-[hash:6][extname]',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'heat-map', test: /views\/heat-map/ },
            { name: 'protocol', test: /chatkit\/protocol/ },
            {
              name: 'shared',
              test: /views\/(format|period|scope|steps)|live\/(live|once|to-error)|chart\/(chart-kinds|short-names)|kept-draft|keep-drafts/,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': apiOrigin } },
});
