// Hands letters to the company's mail server. Null where none is configured: letters then wait in the outbox.
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Letter } from '#app/domain/notifications/letter.ts';
import { reasonFrom, troubleIn, type MailTrouble } from '#app/domain/notifications/mail-reply.ts';
import type { Config } from './config.server.ts';

/** What `send` throws: its message is the server's reason, without secrets. */
export class MailFailure extends Error {
  readonly trouble: MailTrouble;

  constructor(reason: string, trouble: MailTrouble) {
    super(reason);
    this.name = 'MailFailure';
    this.trouble = trouble;
  }
}

function failureOf(error: unknown): MailFailure {
  if (!(error instanceof Error)) return new MailFailure('unknown', 'server');
  const { responseCode, command, response } = error as Error & { responseCode?: number; command?: string; response?: string };
  const reply = { code: responseCode ?? null, to: command ?? null, said: response ?? error.message };
  return new MailFailure(reasonFrom(error.message), troubleIn(reply));
}

export interface Mailer {
  /** Resolves when the server has taken the letter; throws a `MailFailure` otherwise, and soon: a server may never answer. A letter that
   * is sent again carries the same Message-ID: whoever got both is shown one. */
  send(letter: Pick<Letter, 'id' | 'to' | 'subject' | 'text' | 'html'>): Promise<void>;
  close(): void;
}

/** Milliseconds to reach the server, to be greeted, and between two of its answers. */
export interface MailPatience {
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  readonly socketTimeout: number;
  readonly dnsTimeout: number;
}

const usualPatience: MailPatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 5_000 };

/** Connections that are kept open from letter to letter; servers that want fewer say so and are asked again later. */
export const mailLanes = 5;
/** After so many letters a connection is replaced: servers end those that never do. */
const lettersPerConnection = 100;

/** Of a letter's id, which may name a person. */
function messageId(id: string, from: string): string {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return `<${createHash('sha256').update(id).digest('base64url')}@${domain}>`;
}

export function openMailer({ smtp, smtpCa, mailFrom }: Pick<Config, 'smtp' | 'mailFrom'> & Partial<Pick<Config, 'smtpCa'>>, patience = usualPatience): Mailer | null {
  if (smtp === null) return null;
  const pool = { pool: true, maxConnections: mailLanes, maxMessages: lettersPerConnection };
  // What the address itself says (`?requireTLS=true`) goes before what is said here.
  const transport = createTransport({ url: smtp, ...pool, ...patience, ...(smtpCa && { tls: { ca: smtpCa } }) } as never, { from: mailFrom });
  return {
    send: async ({ id, to, subject, text, html }) => {
      try {
        // Written so that it can be read on the way, also where it is Chinese; a filter takes a letter in base64 for one that hides something.
        await transport.sendMail({ messageId: messageId(id, mailFrom), to, subject, text, textEncoding: 'quoted-printable', ...(html !== null && { html }) });
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}
