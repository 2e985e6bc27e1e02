// murmur admin create: the way in of an empty installation, and back in when nobody has it any more.
import { parseArgs } from 'node:util';
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { createAdministrator } from '#app/services/access/grant-role.server.ts';
import type { Command, Io } from './command.ts';

interface Call {
  readonly email: string;
  readonly name: string;
  readonly hr: boolean;
}

function callOf(args: readonly string[], io: Io): Call | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { email: { type: 'string' }, name: { type: 'string' }, hr: { type: 'boolean', default: false } } });
    if (values.email !== undefined && values.name !== undefined) return { email: values.email, name: values.name, hr: values.hr };
    io.err(`--email and --name are needed\nUsage: murmur ${adminCreate.usage}`);
  } catch (error) {
    io.err(`${(error as Error).message}\nUsage: murmur ${adminCreate.usage}`);
  }
  return null;
}

export const adminCreate: Command = {
  name: 'admin create',
  usage: 'admin create --email ADDRESS --name NAME [--hr] [--data DIR] [--json]',
  summary: 'Makes an administrator, with --hr one who looks after surveys too, and prints a sign-in link that works once.',
  async run(args, io) {
    const call = callOf(args, io);
    if (!call) return 2;
    const app = await openApp(readConfig({ dataFolder: io.dataFolder }));
    try {
      const link = await createAdministrator(app, call);
      if (!link.ok) {
        io.err(link.because === 'bad-email' ? `--email: «${call.email}» is not an address; one like lin@example.org is needed` : '--name: a name is needed');
        return 1;
      }
      io.out(io.json ? JSON.stringify({ ok: true, link: link.value }) : link.value);
      if (!app.config.addressed) io.err('MURMUR_URL is not set: this link works on this machine only');
      return 0;
    } finally {
      await app.data.close();
    }
  },
};
