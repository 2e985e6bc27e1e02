// The one way to change something from a page: stated permission, one schema for the form, and a refusal that keeps what was typed.
import { json, type ActionFunctionArgs } from '@remix-run/node';
import * as v from 'valibot';
import type { Permission } from '#app/domain/access/actor.ts';
import { eachOf, type Details, type Refusal } from '#app/domain/kernel/outcome.ts';
import { replyWith, type FormReply, type FormValues, type Wrong } from '#app/text/form-reply.ts';
import { textOf, type ErrorCode, type Text } from '#app/text/text.ts';
import { little, usual, type BodyLimit } from './body-limit.server.ts';
import { formIn, isForm } from './form.server.ts';
import { thrownBy } from './out-of-order.server.ts';
import { visitOf, type Context, type Visit } from './page.server.ts';
import { readAlone } from './read-alone.server.ts';
import { refuse } from './reply.server.ts';

export interface Command<Who, Input> extends Visit<Who> {
  readonly input: Input;
  readonly values: FormValues;
  /** Answers 422 with a code for a field (`''` for the whole form); what was typed comes back. */
  reject(field: string, code: ErrorCode, details?: Details): Response;
  /** The same for everything a refusal says, each placed at its field. */
  rejectAll<Code extends string>(refusal: Refusal<Code>, placed: (one: Refusal<Code>) => Wrong): Response;
  /** The form again, with what was typed, and nothing wrong: somebody only looked for something in it. */
  again(): Response;
}

type Actor<P extends Permission> = Awaited<ReturnType<typeof visitOf<P>>>['actor'];
type Schema<Input> = v.GenericSchema<unknown, Input>;

/** Where a refusal names its field, at that one. */
export const atItsField = <Code extends ErrorCode>({ because, details }: Refusal<Code>): Wrong => ({ field: String(details['field'] ?? ''), code: because, details });

/** By the code of a refusal, the field that it is about; every other is about the whole form. */
export const placedBy = (fields: Readonly<Record<string, string>>) => <Code extends ErrorCode>({ because, details }: Refusal<Code>): Wrong => ({ field: fields[because] ?? '', code: because, details });

type Kept = Pick<FormReply, 'values' | 'offered'>;

function rejection(text: Text, wrong: readonly Wrong[], kept: Kept): Response {
  return json(replyWith(text, wrong, kept), { status: 422 });
}

function unread(text: Text, issues: readonly v.BaseIssue<unknown>[]): Wrong[] {
  return issues.map((issue) => ({ field: v.getDotPath(issue)?.split('.')[0] ?? '', code: text.errorCode(issue.message) }));
}

async function valuesOf(request: Request, fields: number): Promise<FormValues> {
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length > 0 && !isForm(request.headers.get('content-type'))) throw refuse('unreadable');
  const values = formIn(body, fields);
  if (!values.ok) throw refuse(values.because);
  return values.value;
}

/** An action that reads a form with a schema. Keys that end in `[]` are lists; files are read by routes of their own. `takes`: how
 * much of a body is read, where it is more than the usual; `offers`: what goes back with the form, whatever is said of it; `besides`: what
 * the services have to say of the fields that could be read, where others could not. */
export function command<P extends Permission, Input, T>(
  rule: {
    readonly may: P;
    readonly form: Schema<Input>;
    readonly takes?: BodyLimit;
    readonly offers?: (visit: Pick<Visit<unknown>, 'app'>, values: FormValues) => Promise<FormReply['offered']>;
    readonly besides?: (command: Visit<Actor<P>> & { readonly input: Partial<Input> }) => Promise<readonly Wrong[]>;
  },
  carryOut: (command: Command<Actor<P>, Input>) => T,
) {
  const takes = rule.takes ?? (rule.may === 'visit' ? little : usual);
  const answer = async (args: ActionFunctionArgs): Promise<Awaited<T> | Response> => {
    const visit = await visitOf(rule.may, args);
    const values = await valuesOf(args.request, takes.fields);
    const text = textOf(visit.language);
    const offered = await rule.offers?.(visit, values);
    const kept = { values, ...(offered && { offered }) };
    const parsed = v.safeParse(rule.form, values);
    if (!parsed.success) {
      const besides = await rule.besides?.({ ...visit, input: readAlone(rule.form, values) });
      return rejection(text, [...unread(text, parsed.issues), ...(besides ?? [])], kept);
    }
    const reject = (field: string, code: ErrorCode, details: Details = {}) => rejection(text, [{ field, code, details }], kept);
    const rejectAll: Command<unknown, unknown>['rejectAll'] = (refusal, placed) => rejection(text, eachOf(refusal).map(placed), kept);
    const again = () => json(replyWith(text, [], kept));
    return await carryOut({ ...visit, input: parsed.output, values, reject, rejectAll, again });
  };
  const action = (args: ActionFunctionArgs): Promise<Awaited<T> | Response> =>
    answer(args).catch((error: unknown) => {
      throw thrownBy(error, args.context as unknown as Context);
    });
  return Object.assign(action, { may: rule.may as Permission, takes });
}
