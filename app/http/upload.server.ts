// The one way for files to come in: permission first, then a stream to disk that stops at a limit. Nothing is held in memory, and a
// file is named by its field, never by what the sender calls it.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { json, unstable_parseMultipartFormData as parseMultipart, type ActionFunctionArgs, type UploadHandlerPart } from '@remix-run/node';
import * as v from 'valibot';
import type { Permission } from '#app/domain/access/actor.ts';
import type { App } from '#app/platform/app.server.ts';
import type { FormReply } from './command.server.ts';
import { visitOf } from './page.server.ts';

export interface UploadRule<P extends Permission> {
  readonly may: P;
  /** Sees for every file field `{ name, size }`. */
  readonly form: v.GenericSchema<unknown, unknown>;
  readonly fields: readonly string[];
  /** Bytes of one file. */
  readonly largest: number;
}

export interface Place {
  readonly id: string;
  readonly folder: string;
}

export interface Upload<P extends Permission> {
  readonly rule: UploadRule<P>;
  /** Where the files are put; called once it is clear that they may come. */
  place(app: App): Place;
  forget(app: App, id: string): void;
}

class TooLarge extends Error {}

async function* upTo(largest: number, data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of data) {
    size += part.byteLength;
    if (size > largest) throw new TooLarge();
    yield part;
  }
}

type Arrived = Record<string, { readonly name: string; readonly size: number }>;

async function receive(request: Request, folder: string, { fields, largest }: Pick<UploadRule<Permission>, 'fields' | 'largest'>): Promise<Arrived> {
  const arrived: Arrived = {};
  await parseMultipart(request, async ({ name, filename, data }: UploadHandlerPart) => {
    const wanted = fields.includes(name) && Boolean(filename) && !(name in arrived);
    const file = wanted ? createWriteStream(join(folder, name), { mode: 0o600 }) : null;
    if (file) {
      await pipeline(Readable.from(upTo(largest, data)), file);
      arrived[name] = { name, size: file.bytesWritten };
    } else for await (const part of upTo(largest, data)) void part;
    return undefined;
  });
  return arrived;
}

function refusedFile(field: string, code: string): Response {
  return json({ errors: { [field]: code }, values: {} } satisfies FormReply, { status: 422 });
}

/** Resolves with the stage's id, or with the answer that tells what is wrong with the files. */
export function upload<P extends Permission>({ rule, place, forget }: Upload<P>, carryOut: (id: string) => Response) {
  const action = async (args: ActionFunctionArgs): Promise<Response> => {
    const { app, request } = await visitOf(rule.may, args);
    const first = rule.fields[0] as string;
    if (Number(request.headers.get('content-length') ?? 0) > rule.largest * rule.fields.length + 65_536) return refusedFile(first, 'file-too-large');
    if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return refusedFile(first, 'file-missing');
    const { id, folder } = place(app);
    try {
      const parsed = v.safeParse(rule.form, await receive(request, folder, rule));
      if (parsed.success) return carryOut(id);
      const issue = parsed.issues[0];
      forget(app, id);
      return refusedFile(v.getDotPath(issue)?.split('.')[0] ?? first, issue.message);
    } catch (error) {
      forget(app, id);
      if (error instanceof TooLarge) return refusedFile(first, 'file-too-large');
      throw error;
    }
  };
  return Object.assign(action, { may: rule.may as Permission });
}
