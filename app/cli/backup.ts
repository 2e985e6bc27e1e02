// murmur backup and restore: one folder with the portal's data, the releases and the languages that somebody added, never a box or a key.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#app/platform/config.server.ts';
import { backUp, restore as bringBack, verifyBackup } from '#app/services/installation/back-up.server.ts';
import type { Command, Io } from './command.ts';

const reasons: Readonly<Record<string, string>> = {
  'folder-not-empty': 'this folder is not empty; name a new one',
  'portal-runs': 'the portal is running; stop it first, then restore',
  'no-backup': 'there is no backup in this folder (portal.jsonl is missing)',
  'changed-file': 'this file of the backup is not as it was written; take another backup',
  'missing-file': 'this file of the backup is missing; take another backup',
  'no-checksums': 'this backup should have checksums and has none; take another backup',
  'damaged-backup': 'this backup is damaged or incomplete; nothing was restored',
  'newer-backup': 'this backup was made by a newer Murmur; restore it with that version',
  'not-empty': 'there is an installation here already; name an empty data folder with --data, or add --replace to overwrite it',
  'tables-too-new': 'the tables here are newer than the backup; name a data folder that does not exist yet',
};

interface Call {
  readonly folder: string;
  readonly replace: boolean;
}

function callOf(args: readonly string[], command: Command, io: Io): Call | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { replace: { type: 'boolean', default: false } } });
    const [folder, ...more] = positionals;
    if (folder !== undefined && more.length === 0 && !(values.replace && command !== restore)) return { folder: resolve(folder), replace: values.replace };
    io.err(`one folder is needed\nUsage: murmur ${command.usage}`);
  } catch (error) {
    io.err(`${(error as Error).message}\nUsage: murmur ${command.usage}`);
  }
  return null;
}

interface Refusal {
  readonly because: string;
  readonly details: { readonly [name: string]: unknown };
}

function refuse(folder: string, { because, details }: Refusal, io: Io): 1 {
  io.err(`${join(folder, String(details['file'] ?? ''))}: ${reasons[because] ?? because}`);
  return 1;
}

export const backup: Command = {
  name: 'backup',
  usage: 'backup DIR [--data DIR] [--json]',
  summary: 'Copies the portal’s data and the releases into a new folder; never a ballot box or a key.',
  async run(args, io) {
    const call = callOf(args, backup, io);
    if (!call) return 2;
    const outcome = await backUp(readConfig({ dataFolder: io.dataFolder }), call.folder, new Date().toISOString());
    if (!outcome.ok) return refuse(call.folder, outcome, io);
    const { rows, releases } = outcome.value;
    io.out(io.json ? JSON.stringify({ ok: true, rows, releases }) : `${rows} rows and ${releases} releases copied to ${call.folder}`);
    return 0;
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'restore DIR [--replace] [--data DIR] [--json]',
  summary: 'Brings a backup back; surveys that were open when it was made are marked as lost.',
  async run(args, io) {
    const call = callOf(args, restore, io);
    if (!call) return 2;
    const options = { replace: call.replace, at: new Date().toISOString() };
    const outcome = await bringBack(readConfig({ dataFolder: io.dataFolder }), call.folder, options);
    if (!outcome.ok) return refuse(call.folder, outcome, io);
    const { rows, releases, lost, named } = outcome.value;
    io.out(io.json ? JSON.stringify({ ok: true, rows, releases, lost, named }) : `${rows} rows and ${releases} releases restored`);
    if (lost > 0) io.err(`open when the backup was made, their ballots in no copy, and marked as lost: ${named.map((title) => `«${title}»`).join(', ')}`);
    return 0;
  },
};

export const backupVerify: Command = {
  name: 'backup verify',
  usage: 'backup verify DIR [--json]',
  summary: 'Reads a backup whole and says whether every byte is as it was written.',
  async run(args, io) {
    const call = callOf(args, backupVerify, io);
    if (!call) return 2;
    const outcome = await verifyBackup(call.folder);
    if (!outcome.ok) return refuse(call.folder, outcome, io);
    io.out(io.json ? JSON.stringify({ ok: true }) : `${call.folder}: every file is as it was written`);
    return 0;
  },
};
