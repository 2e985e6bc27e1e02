import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashOf } from '#app/domain/publication/release/canonical.ts';
import { releaseIn as releaseOf } from '#app/domain/publication/release/release-text.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { verifyText, type Expected } from '#app/domain/publication/verify/verify.ts';
import type { Command } from './command.ts';
import { cutLines } from './cut-lines.ts';
import { releaseProblemLine } from './problems.ts';

const showUsage = 'release show ID [--cuts]';

/** Prints the file as it is: every number anybody ever sees is in it, and no other. With `--cuts` its tables by background, to be read. */
export const releaseShow: Command = {
  name: 'release show',
  usage: showUsage,
  summary: 'prints a release, or its cuts as tables; ID is a survey or the beginning of a hash',
  run: async (args, io) => {
    const cuts = args.includes('--cuts');
    const [id, ...more] = args.filter((arg) => arg !== '--cuts');
    if (id === undefined || more.length > 0 || id.startsWith('-')) {
      io.err(`one ID is needed\nUsage: murmur ${showUsage}`);
      return 2;
    }
    const found = (await releaseFiles(join(io.dataFolder, 'releases'))).filter(
      ({ release, text }) => release.survey.id === id || (/^[0-9a-f]{6,64}$/.test(id) && hashOf(JSON.parse(text)).startsWith(id)),
    );
    if (found.length === 1) {
      if (cuts) cutLines(found[0]!.release).forEach((line) => io.out(line));
      else io.out(found[0]!.text.trimEnd());
      return 0;
    }
    io.err(found.length === 0 ? `there is no release «${id}» in ${io.dataFolder}` : `«${id}» begins ${found.length} hashes; give more of it`);
    return 1;
  },
};

async function releaseFiles(folder: string): Promise<{ text: string; release: Release }[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => ({ text, release: releaseOf(text) }));
}

const verifyUsage = 'release verify FILE [--hash SHA256] [--previous FILE]';

export const releaseVerify: Command = {
  name: 'release verify',
  usage: verifyUsage,
  summary: 'checks a release file: hash, chain, group sizes, sums, doubt',
  run: async (args, io) => {
    const call = callOf(args);
    if (typeof call === 'string') {
      io.err(`${call}\nUsage: murmur ${verifyUsage}`);
      return 2;
    }
    const text = await readText(call.file);
    const previous = call.previous === undefined ? undefined : await readText(call.previous);
    if (text === null || previous === null) {
      io.err(`${text === null ? call.file : call.previous}: the file cannot be read; give the path of a release file`);
      return 1;
    }
    const expected: Expected = { hash: call.hash, previous: previous === undefined ? undefined : releaseIn(previous) };
    if (previous !== undefined && !expected.previous) {
      io.err(`${call.previous}: this is not a release`);
      return 1;
    }
    const { hash, problems } = verifyText(text, expected);
    if (io.json) io.out(JSON.stringify({ ok: problems.length === 0, hash, problems }));
    for (const problem of problems) io.err(`${call.file}: ${releaseProblemLine(problem)}`);
    if (!io.json && problems.length === 0) io.out(`${call.file} ${hash}: everything holds`);
    return problems.length === 0 ? 0 : 1;
  },
};

function callOf(args: readonly string[]): { file: string; hash?: string; previous?: string } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { hash: { type: 'string' }, previous: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return 'one FILE is needed';
    if (values.hash !== undefined && !/^[0-9a-f]{64}$/.test(values.hash)) return '--hash: 64 hexadecimal digits are needed';
    return { file, ...values };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

function releaseIn(text: string): Release | undefined {
  return verifyText(text).release ?? undefined;
}
