// The one way for files to come in: permission first, then a stream to disk that stops at a limit. Nothing is held in memory, and a
// file is named by its field, never by what the sender calls it.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { json, unstable_parseMultipartFormData as parseMultipart, type ActionFunctionArgs, type UploadHandlerPart } from '@remix-run/node';
import * as v from 'valibot';
import type { Permission } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { Details } from '#app/domain/kernel/outcome.ts';
import type { App } from '#app/platform/app.server.ts';
import { replyWith, type FormReply } from '#app/text/form-reply.ts';
import { textOf, type ErrorCode } from '#app/text/text.ts';
import { filesUpTo } from './body-limit.server.ts';
import { outOfOrder, thrownBy } from './out-of-order.server.ts';
import { visitOf, type Context } from './page.server.ts';

export interface UploadRule<P extends Permission> {
  readonly may: P;
  /** Sees for every file field `{ name, size }`. */
  readonly form: v.GenericSchema<unknown, unknown>;
  readonly fields: readonly string[];
  /** Fields of text beside the files. */
  readonly texts?: readonly string[];
  /** Bytes of one file. */
  readonly largest: number;
  /** Code for a file beyond that. */
  readonly tooLarge?: ErrorCode;
}

export interface Landing {
  readonly id: string;
  readonly folder: string;
}

export interface Upload<P extends Permission> {
  readonly rule: UploadRule<P>;
  /** Where the files are put; called once it is clear that they may come. */
  place(app: App): Landing;
  forget(app: App, id: string): Promise<void>;
}

class TooLarge extends Error {}

/** What calls itself a form and is none. Failures of this machine, such as a full disk, say so by a code of the system. */
function isBroken(error: unknown): boolean {
  return error instanceof Error && !(error instanceof TooLarge) && !('code' in error);
}

async function* upTo(largest: number, data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of data) {
    size += part.byteLength;
    if (size > largest) throw new TooLarge();
    yield part;
  }
}

interface Arrived {
  readonly files: Record<string, { readonly name: string; readonly size: number }>;
  readonly texts: Record<string, string>;
}

/** A name or a day; whatever is longer came from no form. */
const longestText = 1000;

async function textIn(data: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of upTo(4 * longestText, data)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function receive(request: Request, folder: string, { fields, texts = [], largest }: Pick<UploadRule<Permission>, 'fields' | 'texts' | 'largest'>): Promise<Arrived> {
  const arrived: Arrived = { files: {}, texts: {} };
  await parseMultipart(request, async ({ name, filename, data }: UploadHandlerPart) => {
    if (texts.includes(name) && !filename) {
      arrived.texts[name] = await textIn(data);
      return undefined;
    }
    const wanted = fields.includes(name) && Boolean(filename) && !(name in arrived.files);
    const file = wanted ? createWriteStream(join(folder, name), { mode: 0o600 }) : null;
    if (file) {
      await pipeline(Readable.from(upTo(largest, data)), file);
      arrived.files[name] = { name, size: file.bytesWritten };
    } else for await (const part of upTo(largest, data)) void part;
    return undefined;
  });
  return arrived;
}

function refusedForm(language: Language, { errors, details, values = {} }: Pick<FormReply, 'errors'> & Partial<FormReply>, status = 422): Response {
  const wrong = Object.entries(errors).map(([field, code]) => ({ field, code, ...(details && { details }) }));
  return json(replyWith(textOf(language), wrong, { values }), { status });
}

export interface Uploaded {
  readonly app: App;
  /** Who sent it; null for somebody who is not signed in. */
  readonly personId: string | null;
  /** Of whoever sent it. */
  readonly language: Language;
  readonly place: Landing;
  readonly texts: Readonly<Record<string, string>>;
  /** Fields whose file is there and is not empty. */
  readonly files: readonly string[];
  /** Forgets the files, and answers 422 with a code for a field; what was typed comes back. */
  reject(field: string, code: ErrorCode, details?: Details): Promise<Response>;
}

/** Resolves with what is made of the files, or with the answer that tells what is wrong with them. */
export function upload<P extends Permission>({ rule, place, forget }: Upload<P>, carryOut: (id: string, uploaded: Uploaded) => Response | Promise<Response>) {
  const takes = filesUpTo(rule.largest, rule.fields.length);
  const answer = async (args: ActionFunctionArgs): Promise<Response> => {
    const { app, actor, request, language } = await visitOf<Permission>(rule.may, args);
    const first = rule.fields[0] as string;
    const { tooLarge = 'file-too-large' } = rule;
    // The person sees at the field what is wrong: the whole page, where the form was sent by a page.
    if (Number(request.headers.get('content-length') ?? 0) > takes.bytes) return refusedForm(language, { errors: { [first]: tooLarge } }, 413);
    if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return refusedForm(language, { errors: { [first]: 'file-missing' } });
    const stage = place(app);
    const refuse = async (errors: FormReply['errors'], values: FormReply['values'] = {}, status?: number, details?: Details) => {
      await forget(app, stage.id);
      return refusedForm(language, { errors, values, ...(details && { details }) }, status);
    };
    try {
      const { files, texts } = await receive(request, stage.folder, rule);
      const parsed = v.safeParse(rule.form, { ...texts, ...files });
      const arrived = Object.values(files).flatMap(({ name, size }) => (size > 0 ? [name] : []));
      if (parsed.success) return await carryOut(stage.id, { app, personId: actor?.personId ?? null, language, place: stage, texts, files: arrived, reject: (field, code, details) => refuse({ [field]: code }, texts, 422, details) });
      const errors: Record<string, ErrorCode> = {};
      for (const issue of parsed.issues) errors[v.getDotPath(issue)?.split('.')[0] ?? first] ??= textOf(language).errorCode(issue.message);
      return await refuse(errors, texts);
    } catch (error) {
      if (isBroken(error)) return await refuse({ [first]: 'file-missing' });
      if (error instanceof TooLarge) return await refuse({ [first]: tooLarge }, {}, 413);
      // Half a file is of no use to anybody, and its room is wanted.
      await forget(app, stage.id);
      if (outOfOrder(error) === 'no-room') return refusedForm(language, { errors: { [first]: 'no-room' } }, 503);
      throw error;
    }
  };
  const action = (args: ActionFunctionArgs): Promise<Response> =>
    answer(args).catch((error: unknown) => {
      throw thrownBy(error, args.context as unknown as Context);
    });
  return Object.assign(action, { may: rule.may as Permission, takes, streams: true as const });
}
