// Hands one post to the channel's address. Against somebody who makes this server ask where only it can reach, as with the people file:
// nothing but https, no forwarding, and only addresses of the open network unless the operator named the host.
import { createHmac } from 'node:crypto';
import { request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { chatBody, refusalIn, type ChatKind, type ChatPost, type ChatRefusal, type ChatSetting } from '#app/domain/notifications/chat.ts';
import type { App } from '#app/platform/app.server.ts';
import { isOpenAddress, openLookup, OwnNetwork } from '#app/services/organisation/fetch-people.server.ts';

/** Milliseconds for all of it. */
const patience = 15_000;
/** Bytes of an answer that are read. */
const read = 2_000;

interface Addressed {
  readonly url: URL;
  readonly body: string;
}

/** 钉钉 signs in the address (milliseconds), 飞书 in the body (seconds, with the key and the text changed round). */
function signed(kind: ChatKind, { address, secret }: Pick<ChatSetting, 'address' | 'secret'>, { post, at }: { readonly post: Omit<ChatPost, 'id'>; readonly at: number }): Addressed {
  const url = new URL(address);
  const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
  if (kind === 'dingtalk' && secret !== '') {
    url.searchParams.set('timestamp', String(at));
    url.searchParams.set('sign', hmac(secret, `${at}\n${secret}`));
  }
  const timestamp = String(Math.floor(at / 1000));
  const signature = kind === 'feishu' && secret !== '' ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } : null;
  return { url, body: JSON.stringify(chatBody(kind, post, signature)) };
}

/** A refusal's details hold what the other side `said`: a status or a code, never its words. */
export async function postToChat(app: Pick<App, 'config' | 'now'>, setting: ChatSetting, post: Omit<ChatPost, 'id'>, within = patience): Promise<Outcome<null, ChatRefusal>> {
  const { kind, address } = setting;
  if (kind === 'off' || !URL.canParse(address) || new URL(address).protocol !== 'https:') return refused('not-https');
  const { url, body } = signed(kind, setting, { post, at: app.now().getTime() });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const named = app.config.peopleHosts.includes(url.hostname);
  if (!named && isIP(host) !== 0 && !isOpenAddress(host)) return refused('own-network');
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(within),
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) },
    ...(app.config.peopleCa !== null && { ca: app.config.peopleCa }),
    ...(!named && { lookup: openLookup }),
  };
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve(refused(error instanceof OwnNetwork ? 'own-network' : 'no-answer'));
    const asking = request(url, options, (response) => {
      const status = response.statusCode ?? 0;
      let answer = '';
      const end = () => {
        const code = refusalIn(kind, answer);
        if (status >= 300 && status < 400) resolve(refused('moved', { said: String(status) }));
        else if (status < 200 || status >= 300) resolve(refused('answered', { said: String(status) }));
        else resolve(code === null ? done(null) : refused('refused-there', { said: code }));
        asking.destroy();
      };
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        answer += piece;
        if (answer.length > read) end();
      });
      response.once('end', end);
      response.once('error', failed);
    });
    asking.once('error', failed);
    // Without somebody who listens the connection is cut, and nothing is said of it.
    asking.once('upgrade', (_response, socket) => (socket.destroy(), failed(new Error('another protocol'))));
    asking.end(body);
  });
}
