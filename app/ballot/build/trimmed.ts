// What the page carries of its libraries: the big numbers of sjcl instead of all of it, and of HPKE the sealing side on P-256.
// Nothing is changed in what stays; the browser tests run the trimmed page against the whole libraries in Node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

// The package that the blind signature library's own copy of sjcl was generated from.
const sjclParts = ['sjcl', 'bitArray', 'codecBase64', 'codecBytes', 'bn'];
// Primes of a special shape, for elliptic curves, and everything after them.
const unusedFrom = 'sjcl.bn.pseudoMersennePrime = ';

export function trimmed(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('sjcl/package.json')), 'core');
  const read = (part: string): string => readFileSync(join(folder, `${part}.js`), 'utf8').split(unusedFrom)[0] as string;
  const sjcl = [...sjclParts.map(read), 'export default sjcl;'].join('\n');
  return {
    name: 'trimmed',
    setup(build) {
      build.onLoad({ filter: /blindrsa-ts\/lib\/src\/sjcl\/index\.js$/ }, () => ({ contents: sjcl, loader: 'js' }));
      build.onLoad({ filter: /@hpke\/core\/esm\/src\/recipientContext\.js$/ }, () => ({
        contents: 'export class RecipientContextImpl {}',
        loader: 'js',
      }));
      // The package says «no side effects» where the bundler does not look for it.
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) =>
        resolveDir.includes('/node_modules/@hpke/') ? { path: join(resolveDir, path), sideEffects: false } : undefined,
      );
    },
  };
}
