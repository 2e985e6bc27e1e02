// What the page carries of its libraries: the big numbers of sjcl instead of all of it, of blind signatures the asking side, and of
// HPKE the sealing side on P-256. Whole functions go and nothing is changed in what stays, except that scrypt takes its PBKDF2 from the
// browser instead of bringing SHA-256 along; the browser tests run the trimmed page against the whole libraries in Node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

// The package that the blind signature library's own copy of sjcl was generated from.
const sjclParts = ['sjcl', 'bitArray', 'codecBase64', 'codecBytes', 'bn'];
// Primes of a special shape, for elliptic curves, and everything after them.
const unusedFrom = 'sjcl.bn.pseudoMersennePrime = ';
/** Functions of these parts that nothing here calls: comparing and swapping bits, writing base64, powers without a modulus. */
const unusedInSjcl: Readonly<Record<string, readonly string[]>> = { bitArray: ['bitSlice', 'equal', '_xor4', 'byteswapM'], codecBase64: ['fromBits', 'fromBits'], bn: ['square', 'power'] };

const keysFromElsewhere = ['serializePrivateKey', 'deserializePrivateKey', 'importKey', 'deriveKeyPair'];

/** Methods that only a server, a recipient or another way of making keys calls, by the end of the file's path. */
const unusedMethods: Readonly<Record<string, readonly string[]>> = {
  'blindrsa-ts/lib/src/blindrsa.js': ['toString', 'prepare', 'blindSign', 'generateKey'],
  '@hpke/core/esm/src/cipherSuiteNative.js': ['createRecipientContext', 'seal', 'open', '_keyScheduleR'],
  '@hpke/core/esm/src/exporterContext.js': ['seal', 'open', 'export'],
  '@hpke/core/esm/src/aeads/aesGcm.js': ['open'],
  '@hpke/common/esm/src/kdfs/hkdf.js': ['labeledExpand'],
  '@hpke/common/esm/src/kems/dhkem.js': [...keysFromElsewhere, 'decap'],
  '@hpke/common/esm/src/kems/dhkemPrimitives/ec.js': [...keysFromElsewhere, 'derivePublicKey', '_importJWK', '_deserializePkcs8Key', '_derivePublicKeyWithoutJwkExport'],
};

// The other two curves, as the constructor tells them apart.
const otherCurves = /^ {12}case KemId\.DhkemP384HkdfSha384:\n[\s\S]*?^ {8}\}\n/m;

/** Of scrypt: whether costs that stand in the code are ones, and whoever watches how far it is. */
const checksOfCosts = [/^ {4}anumber\(N, 'N'\);\n[\s\S]*?(?=^ {4}const blockSize = )/m, /^ {4}\/\/ Max N is[\s\S]*?(?=^ {4}\/\/ \[B0)/m, /^ {4}if \(onProgress\) \{\n[\s\S]*?^ {4}\}\n/m];

/** Of scrypt: the module that it takes PBKDF2 from, and where it waits for it. */
const browsersOwn: readonly (readonly [string, string])[] = [
  ['import { pbkdf2 } from "./pbkdf2.js";\nimport { sha256 } from "./sha2.js";\n', `import { pbkdf2 } from ${JSON.stringify(fileURLToPath(new URL('./browser-pbkdf2.ts', import.meta.url)))};\n`],
  ['function scryptInit(', 'async function scryptInit('],
  ['const B = pbkdf2(sha256, ', 'const B = await pbkdf2('],
  ['function scryptOutput(', 'async function scryptOutput('],
  ['const res = pbkdf2(sha256, ', 'const res = await pbkdf2('],
  ['blockMixCb, asyncTick } = scryptInit(', 'blockMixCb, asyncTick } = await scryptInit('],
];

/** Where a server finds its cryptography that is older than browsers': with it a page carries the means to ask for modules of Node. */
const oldServers = /^ {4}\/\/ Node\.js <= v18\n {4}try \{\n[\s\S]*?^ {4}\}\n {4}catch[\s\S]*?^ {4}\}\n/gm;

/** Throws where the library no longer looks as it did, rather than carry what was thought to be gone. */
function without(source: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const left = text.replace(new RegExp(`^ {4}(?:static )?(?:async )?${name}\\(.*\\) \\{\\n[\\s\\S]*?^ {4}\\}\\n`, 'gm'), '');
    if (left === text) throw new Error(`a library changed: there is no ${name} to leave out`);
    return left;
  }, source);
}

/** The same for members of an object, each on lines or on one line of its own. */
function withoutMembers(source: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const left = text.replace(new RegExp(`^ {2}${name}: function ?\\(.*\\) \\{(?:.*\\}|\\n[\\s\\S]*?^ {2}\\}),?\\n`, 'm'), '');
    if (left === text) throw new Error(`a library changed: there is no ${name} to leave out`);
    return left;
  }, source);
}

function cut(source: string, part: RegExp): string {
  const left = source.replace(part, '');
  if (left === source) throw new Error(`a library changed: there is no ${part.source} to leave out`);
  return left;
}

function put(source: string, [part, instead]: readonly [string, string]): string {
  const [before, after, ...more] = source.split(part);
  if (after === undefined || more.length > 0) throw new Error(`a library changed: there is no one «${part}»`);
  return `${before}${instead}${after}`;
}

function trimmedFile(path: string): string {
  const [, names = []] = Object.entries(unusedMethods).find(([end]) => path.endsWith(end)) ?? [];
  const source = without(readFileSync(path, 'utf8'), names);
  if (path.endsWith('algorithm.js') || path.endsWith('misc.js')) return cut(source, oldServers);
  // The one module in the older form of modules: reading that form takes more than what it says.
  if (path.endsWith('canonicalize.js')) return source.replace('module.exports =', 'export default');
  if (path.endsWith('scrypt.js')) return browsersOwn.reduce(put, checksOfCosts.reduce(cut, source));
  return path.endsWith('ec.js') ? source.replace(otherCurves, '        }\n') : source;
}

export function trimmed(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('sjcl/package.json')), 'core');
  const read = (part: string): string => withoutMembers(readFileSync(join(folder, `${part}.js`), 'utf8').split(unusedFrom)[0] as string, unusedInSjcl[part] ?? []);
  const sjcl = [...sjclParts.map(read), 'export default sjcl;'].join('\n');
  return {
    name: 'trimmed',
    setup(build) {
      build.onLoad({ filter: /blindrsa-ts\/lib\/src\/sjcl\/index\.js$/ }, () => ({ contents: sjcl, loader: 'js' }));
      build.onLoad({ filter: /(?:\/blindrsa|\/cipherSuiteNative|\/exporterContext|\/aesGcm|\/dhkem|\/dhkemPrimitives\/ec|\/kdfs\/hkdf|@noble\/hashes\/scrypt|@hpke\/common\/esm\/src\/algorithm|@hpke\/common\/esm\/src\/utils\/misc|\/canonicalize)\.js$/ }, ({ path }) => ({ contents: trimmedFile(path), loader: 'js' }));
      build.onLoad({ filter: /@hpke\/core\/esm\/src\/recipientContext\.js$/ }, () => ({
        contents: 'export class RecipientContextImpl {}',
        loader: 'js',
      }));
      // What merges the browser's own globals with none of Deno's.
      build.onLoad({ filter: /@hpke\/.+\/_dnt\.shims\.js$/ }, () => ({ contents: 'export const dntGlobalThis = globalThis;', loader: 'js' }));
      // The package says «no side effects» where the bundler does not look for it.
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) =>
        resolveDir.includes('/node_modules/@hpke/') ? { path: join(resolveDir, path), sideEffects: false } : undefined,
      );
    },
  };
}
