// A request that carries files, as a browser's form sends it.
import type { App } from '#app/platform/app.server.ts';
import { cookieOf } from './visit.ts';

type Action = (args: never) => Promise<unknown>;

export interface Uploading {
  /** Person id. */
  readonly as: string;
  /** Text by field. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Text beside the files, by field. */
  readonly texts?: Readonly<Record<string, string>>;
}

export async function uploadTo(app: App, action: Action, { as, files, texts = {} }: Uploading): Promise<Response> {
  const body = new FormData();
  for (const [field, text] of Object.entries(texts)) body.append(field, text);
  for (const [field, content] of Object.entries(files)) {
    body.append(field, new Blob([typeof content === 'string' ? content : Buffer.from(content)]), '../../etc/passwd');
  }
  const request = new Request(new URL('/people/import', app.config.publicUrl), { method: 'POST', headers: { cookie: await cookieOf(app, as) }, body });
  return (await action({ request, params: {}, context: { app, nonce: '' } } as never)) as Response;
}
