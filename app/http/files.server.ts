// Scripts, styles and pictures of the pages. They were compressed when they were built; nothing is compressed again for a visitor.
import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import express, { type RequestHandler } from 'express';
import { encodingFor } from './encoding.server.ts';

const endings = { br: '.br', gzip: '.gz' } as const;

/** Names of all files below a folder, as they stand in addresses; none where it was not built. */
function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll(sep, '/')}`));
  } catch {
    return new Set();
  }
}

/** What was compressed beside a file goes in its place where whoever asks takes it. */
function compressedBeside(names: ReadonlySet<string>): RequestHandler {
  return (request, response, next) => {
    const { path } = request;
    if (!names.has(path) || !(names.has(path + endings.br) || names.has(path + endings.gzip))) return next();
    response.vary('Accept-Encoding');
    const encoding = encodingFor(request);
    if (encoding === null || !names.has(path + endings[encoding])) return next();
    response.type(extname(path)).set('Content-Encoding', encoding);
    request.url = path + endings[encoding];
    next();
  };
}

/** What holds for pages alone is not said with each of their thirty files: it would weigh more than most of them. */
const besides: RequestHandler = (_request, response, next) => {
  response.set({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' });
  next();
};

/** A file that is gone since the start is a page that does not exist, not a packed one. */
const asNothing: RequestHandler = (_request, response, next) => {
  for (const name of ['Content-Encoding', 'Content-Type']) response.removeHeader(name);
  next();
};

/** The files in `folder`; those in `assets` carry the hash of what they hold in their names. */
export function files(folder: string): RequestHandler {
  const serve = express.Router();
  serve.use(besides);
  serve.use(compressedBeside(namesIn(folder)));
  serve.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, etag: false, lastModified: false, acceptRanges: false }));
  serve.use(express.static(folder, { maxAge: '1h', index: false }));
  serve.use(asNothing);
  return serve;
}
