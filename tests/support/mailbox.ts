// A mail server on this machine that keeps the letters it takes, for tests that read what people read.
import { SMTPServer } from 'smtp-server';

export interface Taken {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Empty where it came as text alone. */
  readonly html: string;
  /** As it came over the wire. */
  readonly raw: string;
}

export interface Mailbox {
  readonly address: string;
  /** A letter to somebody that contains this text and was not read before, decoded; waits for it. */
  letterTo(email: string, containing: string): Promise<string>;
  /** All that came since it was asked last, in the order in which it came. */
  taken(): readonly Taken[];
  close(): void;
}

/** The parts of a letter that comes in two ways, one in the other's place. */
function partsOf(raw: string): { readonly text: string; readonly html: string } {
  const boundary = /^content-type: multipart\/alternative;\s+boundary="([^"]+)"/im.exec(raw)?.[1];
  if (boundary === undefined) return { text: decoded(raw), html: '' };
  const parts = raw.split(`--${boundary}`).slice(1, -1).map((part) => part.replace(/^\r\n/, ''));
  const of = (kind: string) => parts.find((part) => part.toLowerCase().includes(`content-type: text/${kind}`)) ?? '';
  return { text: decoded(of('plain')).replace(/\s+$/, ''), html: decoded(of('html')) };
}

function decoded(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The subject as it is read: folded and written in ASCII on the way (RFC 2047). */
function subjectIn(raw: string): string {
  const folded = /^subject: ((?:.*\r\n[ \t])*.*)\r\n/im.exec(raw)?.[1] ?? '';
  const words = folded.replace(/\r\n[ \t]/g, ' ').replace(/\?=\s+=\?/g, '?==?');
  const bytes = (code: string, letters: string) =>
    code.toUpperCase() === 'B' ? Buffer.from(letters, 'base64') : Buffer.from(letters.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
  return words.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, code: string, letters: string) => bytes(code, letters).toString('utf8'));
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('latin1');
        const [subject, { text, html }] = [subjectIn(raw), partsOf(raw)];
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, subject, text, html, raw });
        done();
      });
    },
  });
  // A portal that is killed breaks off.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return {
    address: `smtp://127.0.0.1:${port}`,
    async letterTo(email, containing) {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        const found = letters.findIndex((letter) => letter.to === email && letter.text.includes(containing));
        if (found >= 0) return letters.splice(found, 1)[0]!.text;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no letter to ${email} with «${containing}»`);
    },
    taken: () => letters.splice(0),
    close: () => server.close(),
  };
}
