// In a checkout without a build a thread's TypeScript is put into one file and that is run: translated file by file while it loads, a
// thread takes four times as long to begin. Each module keeps the address of its own source, from which it finds what lies beside it.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the checkout, because packages are found from where the file lies.
const folder = join(root, 'node_modules/.cache/threads');
const outfile = join(folder, `${process.pid}-${threadId}.mjs`);

const ownAddress = {
  name: 'own-address',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(app|db)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { loader: extname(path).slice(1), contents: source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
    }),
};

// It is gone as soon as it runs: a thread may be ended at any time.
const banner = { js: "import { rmSync as forget } from 'node:fs';\nforget(new URL(import.meta.url));" };

mkdirSync(folder, { recursive: true });
await build({ entryPoints: [process.argv[2]], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', logLevel: 'silent', banner, plugins: [ownAddress] });
await import(pathToFileURL(outfile).href);
