// The one way to change something from a page: stated permission, one schema for the form, and a refusal that keeps what was typed.
import { json, type ActionFunctionArgs } from '@remix-run/node';
import * as v from 'valibot';
import type { Permission } from '#app/domain/access/actor.ts';
import type { Details } from '#app/domain/kernel/outcome.ts';
import { inWords, type FormReply, type FormValues } from '#app/text/form-reply.ts';
import { textOf, type ErrorCode, type Text } from '#app/text/text.ts';
import { little, usual, type BodyLimit } from './body-limit.server.ts';
import { formIn, isForm } from './form.server.ts';
import { thrownBy } from './out-of-order.server.ts';
import { visitOf, type Context, type Visit } from './page.server.ts';
import { refuse } from './reply.server.ts';

export interface Command<Who, Input> extends Visit<Who> {
  readonly input: Input;
  readonly values: FormValues;
  /** Answers 422 with a code for a field (`''` for the whole form); what was typed comes back. */
  reject(field: string, code: ErrorCode, details?: Details): Response;
  /** The form again, with what was typed, and nothing wrong: somebody only looked for something in it. */
  again(): Response;
}

type Schema<Input> = v.GenericSchema<unknown, Input>;

function rejection(text: Text, reply: Omit<FormReply, 'words'>): Response {
  return json(inWords(text, reply), { status: 422 });
}

async function valuesOf(request: Request, fields: number): Promise<FormValues> {
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length > 0 && !isForm(request.headers.get('content-type'))) throw refuse('unreadable');
  const values = formIn(body, fields);
  if (!values.ok) throw refuse(values.because);
  return values.value;
}

/** An action that reads a form with a schema. Keys that end in `[]` are lists; files are read by routes of their own. `takes`: how
 * much of a body is read, where it is more than the usual; `offers`: what goes back with the form, whatever is said of it. */
export function command<P extends Permission, Input, T>(
  rule: { readonly may: P; readonly form: Schema<Input>; readonly takes?: BodyLimit; readonly offers?: (visit: Pick<Visit<unknown>, 'app'>, values: FormValues) => Promise<FormReply['offered']> },
  carryOut: (command: Command<Visit<unknown>['actor'] extends never ? never : Awaited<ReturnType<typeof visitOf<P>>>['actor'], Input>) => T,
) {
  const takes = rule.takes ?? (rule.may === 'visit' ? little : usual);
  const answer = async (args: ActionFunctionArgs): Promise<Awaited<T> | Response> => {
    const visit = await visitOf(rule.may, args);
    const values = await valuesOf(args.request, takes.fields);
    const text = textOf(visit.language);
    const offered = await rule.offers?.(visit, values);
    const more = offered && { offered };
    const parsed = v.safeParse(rule.form, values);
    if (!parsed.success) {
      const errors: Record<string, ErrorCode> = {};
      for (const issue of parsed.issues) errors[v.getDotPath(issue)?.split('.')[0] ?? ''] ??= text.errorCode(issue.message);
      return rejection(text, { errors, values, ...more });
    }
    const reject = (field: string, code: ErrorCode, details: Details = {}) => rejection(text, { errors: { [field]: code }, details, values, ...more });
    const again = () => json(inWords(text, { errors: {}, values, ...more }));
    return await carryOut({ ...visit, input: parsed.output, values, reject, again });
  };
  const action = (args: ActionFunctionArgs): Promise<Awaited<T> | Response> =>
    answer(args).catch((error: unknown) => {
      throw thrownBy(error, args.context as unknown as Context);
    });
  return Object.assign(action, { may: rule.may as Permission, takes });
}
