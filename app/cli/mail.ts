// murmur mail test: whether letters leave, before the first one matters.
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { sendTestLetter } from '#app/services/notifications/send-letters.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Command } from './command.ts';

export const mailTest: Command = {
  name: 'mail test',
  usage: 'mail test ADDRESS [--data DIR] [--json]',
  summary: 'Sends a test letter through MURMUR_SMTP and says what the mail server answered.',
  async run(args, io) {
    const [to, ...others] = args;
    if (to === undefined || others.length > 0 || !/^[^\s@]+@[^\s@]+$/.test(to)) {
      io.err(`an address like lin@example.org is needed\nUsage: murmur ${mailTest.usage}`);
      return 2;
    }
    const app = await openApp(readConfig({ dataFolder: io.dataFolder }));
    try {
      const language = (await app.data.organisation.get())?.language ?? 'en';
      const sent = await sendTestLetter(app, to, language);
      const says = sent.ok ? `the mail server has taken the letter to ${to}` : textOf('en').code('error', sent.because, sent.details);
      if (io.json) io.out(JSON.stringify({ ok: sent.ok, says }));
      else if (sent.ok) io.out(says);
      else io.err(says);
      return sent.ok ? 0 : 1;
    } finally {
      await app.data.close();
    }
  },
};
