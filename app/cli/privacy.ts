// murmur privacy check: a report in plain words about this installation, to hand to a works council.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '#app/text/all.server.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig, type Config } from '#app/platform/config.server.ts';
import { checkPrivacy } from '#app/services/privacy.server.ts';
import { saidOf } from '#app/text/privacy-check.ts';
import { textOf } from '#app/text/text.ts';
import type { Command, Io } from './command.ts';

const usage = `privacy check [--language ${languages.join('|')}] [--data DIR] [--json]`;

/** Null where nothing is installed. The demonstration lives one folder below. */
function installationIn(io: Io): Config | null {
  for (const dataFolder of [io.dataFolder, join(io.dataFolder, 'demo')]) {
    const config = readConfig({ dataFolder });
    const elsewhere = config.database.includes('://') && existsSync(dataFolder);
    if (!elsewhere && !existsSync(config.database)) continue;
    if (dataFolder !== io.dataFolder) io.err(`checking the demonstration in ${dataFolder}`);
    return config;
  }
  return null;
}

function languageOf(args: readonly string[]): Language | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { language: { type: 'string', default: 'en' } } });
    return languages.find((language) => language === values.language) ?? null;
  } catch {
    return null;
  }
}

export const privacyCheck: Command = {
  name: 'privacy check',
  usage,
  summary: 'Tests the promise of anonymity on this installation; a report to hand to a works council.',
  async run(args, io) {
    const language = languageOf(args);
    if (!language) {
      io.err(`Usage: murmur ${usage}`);
      return 2;
    }
    const config = installationIn(io);
    if (!config) {
      if (io.json) io.out(JSON.stringify({ ok: true, checks: [] }));
      else io.err(`there is no installation in ${io.dataFolder}: nothing to check`);
      return 0;
    }
    const app = await openApp(config);
    try {
      const { ok, checks } = await checkPrivacy(app);
      const text = textOf(language);
      const said = checks.map((check) => ({ id: check.id, ok: check.ok, ...(check.limit && { limit: true }), says: saidOf(text, check) }));
      if (io.json) io.out(JSON.stringify({ ok, checks: said }, null, 2));
      else for (const check of said) io.out(`${check.limit ? '–' : check.ok ? '✓' : '✗'} ${check.id}: ${check.says}`);
      if (!io.json) io.out(text(ok ? 'privacy.report.holds' : 'privacy.report.fails', { n: said.filter((check) => !check.ok).length }));
      return ok ? 0 : 1;
    } finally {
      await app.data.close();
    }
  },
};
