// Hands letters to the company's mail server. Null where none is configured: letters then wait in the outbox.
import { createTransport } from 'nodemailer';
import type { Letter } from '#app/domain/notifications/letter.ts';
import type { Config } from './config.server.ts';

export interface Mailer {
  /** Resolves when the server has taken the letter; throws with its reason otherwise. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export function openMailer({ smtp, mailFrom }: Pick<Config, 'smtp' | 'mailFrom'>): Mailer | null {
  if (smtp === null) return null;
  const transport = createTransport(smtp, { from: mailFrom });
  return {
    send: async ({ to, subject, text, html }) => {
      await transport.sendMail({ to, subject, text, ...(html !== null && { html }) });
    },
    close: () => transport.close(),
  };
}
