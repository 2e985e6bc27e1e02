// Part of the build: the scripts, styles and pictures of the pages are compressed once, as tightly as it goes, beside themselves.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = 'build/client';
const packers = {
  '.br': (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  '.gz': (bytes) => gzipSync(bytes, { level: 9 }),
};

for (const file of readdirSync(folder, { recursive: true }).map((name) => join(folder, name))) {
  if (!/\.(js|css|svg|json)$/.test(file) || !statSync(file).isFile()) continue;
  const bytes = readFileSync(file);
  for (const [ending, pack] of Object.entries(packers)) {
    const packed = pack(bytes);
    if (packed.length < bytes.length) writeFileSync(file + ending, packed);
  }
}
