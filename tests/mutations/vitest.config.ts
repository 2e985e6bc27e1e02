// The product with one protection taken away, as named by MUTATION; nothing is written to the sources.
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { mutations } from './mutations.ts';

const root = join(import.meta.dirname, '../..');

function mutated(): Plugin {
  const mutation = mutations.find(({ id }) => id === process.env['MUTATION']);
  if (!mutation) throw new Error(`no such mutation: ${process.env['MUTATION']}`);
  return {
    name: 'mutated',
    enforce: 'pre',
    transform(code, id) {
      if (id.split('?')[0] !== join(root, mutation.file)) return undefined;
      if (code.split(mutation.from).length !== 2) throw new Error(`not exactly once in ${mutation.file}: ${mutation.from}`);
      return { code: code.replace(mutation.from, () => mutation.to), map: null };
    },
  };
}

export default defineConfig({
  root,
  plugins: [mutated()],
  esbuild: { target: 'es2022' },
  test: {
    include: ['tests/{domain,services,routes,stores,ui}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/console.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
