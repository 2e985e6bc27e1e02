/// <reference types="vitest/config" />
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import { sentencesByPage } from './app/text/build/sentences-by-page.ts';
import remixConfig from './remix.config.js';

// The Remix plugin overwrites `rollupOptions.input`; a later plugin may set it again, so that one build holds the whole server.
const serverEntry = (): Plugin => ({
  name: 'server-entry',
  enforce: 'post',
  config: (_config, env) =>
    env.isSsrBuild
      ? {
          build: {
            rollupOptions: {
              // Long work runs in threads of its own, from files of its own.
              input: {
                index: './app/main.server.ts',
                cli: './app/cli/main.ts',
                forecast: './app/services/publication/forecast-worker.server.ts',
                keys: './app/services/publication/key-worker.server.ts',
                looking: './app/services/responses/looking-worker.server.ts',
                tally: './app/services/publication/tally-worker.server.ts',
                past: './app/services/past-surveys/past-worker.server.ts',
                pdf: './app/services/reports/pdf-worker.server.ts',
                office: './app/services/reports/office/office-worker.server.ts',
                people: './app/services/organisation/reading-worker.server.ts',
                elsewhere: './app/services/installation/elsewhere-thread.server.ts',
              },
              output: { entryFileNames: '[name].js' },
            },
          },
        }
      : undefined,
});

// Single fetch is off (decision 0013), and what would read or write it is never called: a browser does not wait for it.
const withoutSingleFetch = (): Plugin => ({
  name: 'without-single-fetch',
  enforce: 'pre',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  resolveId: (id) => (id === 'turbo-stream' ? '\0turbo-stream' : null),
  load: (id) => (id === '\0turbo-stream' ? "const off = () => { throw new Error('single fetch is off'); }; export { off as decode, off as encode };" : null),
});

// A file of a few hundred bytes costs more to ask for than to hold: small parts lie together.
const fewerFiles = (): Plugin => ({
  name: 'fewer-files',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? undefined : { build: { rollupOptions: { output: { experimentalMinChunkSize: 800 } } } }),
});

export default defineConfig({
  plugins: process.env['VITEST'] ? [] : [remix(remixConfig), sentencesByPage(), withoutSingleFetch(), fewerFiles(), serverEntry()],
  build: { target: 'es2022' },
  esbuild: { target: 'es2022' },
  optimizeDeps: { esbuildOptions: { target: 'es2022' } },
  test: {
    include: ['tests/{architecture,domain,stores,services,routes,ui}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/postgres.ts'],
    setupFiles: ['tests/support/console.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Nothing is replaced in a module, so that files may share what they import; many wait for a program of their own.
    isolate: false,
    maxWorkers: 3,
  },
});
