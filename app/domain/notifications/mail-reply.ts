// What a mail server's refusal means. A letter that is refused for good is not sent again: servers that are asked again and again
// take the sender for one who sends rubbish. Whatever lies between us and the server is no letter's fault, and all letters wait.

/** `letter`: this one is refused for good. `later`: this one may be taken later. `server`: none can be handed over at the moment. */
export type MailTrouble = 'letter' | 'later' | 'server';

export interface MailReply {
  /** Of SMTP; null where the server said nothing. */
  readonly code: number | null;
  /** The command that was answered, such as `RCPT TO`. */
  readonly to: string | null;
  readonly said: string;
}

/** RFC 5321, 4.2.1: 4 and 5 as first digits. Refusals that an administrator of the mail server can mend, such as relaying that is
 * not allowed (RFC 3463, X.7.X), are not the letter's. */
export function troubleIn({ code, to, said }: MailReply): MailTrouble {
  if (code === null || (to !== 'RCPT TO' && to !== 'DATA') || code === 421) return 'server';
  if (code < 500) return 'later';
  return /\b5\.7\.\d|relay/i.test(said) && to === 'RCPT TO' ? 'later' : 'letter';
}

const longest = 300;

/** The server's words as they may be kept and shown: a link that signs somebody in, which a filter of letters may repeat, would let
 * in whoever reads them. */
export function reasonFrom(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim();
  return line.replace(/\/(sign-in|setup)\/\S+/gi, '/$1/…').replace(/[\w-]{32,}/g, '…').slice(0, longest);
}
