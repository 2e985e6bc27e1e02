// Finds the command, reads what all commands share, and turns a wrong call into exit code 2 with the way it would be right.
import { resolve } from 'node:path';
import { readConfig, usualDataFolder } from '#app/platform/config.server.ts';
import { commands } from './commands.ts';
import { outliveReaders } from './outlive-readers.ts';
import { mistakeOf } from './start-mistakes.ts';

interface Call {
  readonly words: readonly string[];
  readonly dataFolder: string;
  readonly json: boolean;
  readonly help: boolean;
}

function callOf(args: readonly string[]): Call | string {
  const words: string[] = [];
  let dataFolder = usualDataFolder();
  let json = false;
  let help = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] as string;
    if (word === '--help' || word === '-h') help = true;
    else if (word === '--json') json = true;
    else if (word === '--data') {
      const folder = args[(at += 1)];
      if (folder === undefined || folder.startsWith('--')) return '--data needs a folder';
      dataFolder = folder;
    } else if (word.startsWith('--data=')) dataFolder = word.slice('--data='.length);
    else words.push(word);
  }
  return { words, dataFolder: resolve(dataFolder), json, help };
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return ['Usage: murmur <command> [--data DIR] [--json] [--help]', '', ...lines, ''].join('\n');
}

/** Runs one command; 0 done, 1 refused or invalid input, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  outliveReaders();
  const io = { out: (line: string) => void process.stdout.write(`${line}\n`), err: (line: string) => void process.stderr.write(`${line}\n`) };
  const call = callOf(args);
  if (typeof call === 'string') {
    io.err(call);
    return 2;
  }
  const { words, dataFolder, json, help } = call;
  const command = commands.find(({ name }) => name.split(' ').every((part, index) => words[index] === part));
  if (!command) {
    (help ? io.out : io.err)(words.length > 0 && !help ? `unknown command: ${words.join(' ')}\n\n${overview()}` : overview());
    return help ? 0 : 2;
  }
  if (help) {
    io.out(`Usage: murmur ${command.usage}\n\n${command.summary}`);
    return 0;
  }
  try {
    return await command.run(words.slice(command.name.split(' ').length), { ...io, dataFolder, json });
  } catch (error) {
    io.err(mistakeOf(error, databaseOf(dataFolder)) ?? faultOf(error));
    return 1;
  }
}

function databaseOf(dataFolder: string): string {
  try {
    return readConfig({ dataFolder }).database;
  } catch {
    return dataFolder;
  }
}

function faultOf(error: unknown): string {
  return `this should not happen, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
