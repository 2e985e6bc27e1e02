// The one way to a page: a loader without a stated permission does not compile, and everybody without it is refused.
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { may, type Actor, type Permission } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';
import { languageOfRequest } from './language.server.ts';
import { thrownBy, type Noting } from './out-of-order.server.ts';
import { refuse } from './reply.server.ts';
import { actorOfCookie } from './session.server.ts';

/** What Express hands to every loader and action. */
export interface Context extends Noting {
  readonly nonce: string;
}

export interface Visit<Who> {
  readonly app: App;
  readonly actor: Who;
  readonly language: Language;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly request: Request;
  readonly url: URL;
}

type WhoFor<P extends Permission> = P extends 'visit' ? Actor | null : Actor;

export interface Ruled {
  readonly may: Permission;
}

const visitors = new WeakMap<object, Promise<Actor | null>>();

/** All loaders of one request ask who is there, and are told the same. An action asks for itself: what it does may change who may what. */
function visitorOf({ context, request }: LoaderFunctionArgs): Promise<Actor | null> {
  const { app } = context as unknown as Context;
  const known = visitors.get(context) ?? actorOfCookie(app, request.headers.get('cookie'));
  visitors.set(context, known);
  return known;
}

/** Who asks, and in which language; sends people without a session to sign in and refuses people without the permission. */
export async function visitOf<P extends Permission>(permission: P, args: LoaderFunctionArgs): Promise<Visit<WhoFor<P>>> {
  const { app } = args.context as unknown as Context;
  const url = new URL(args.request.url);
  const actor = await (args.request.method === 'GET' ? visitorOf(args) : actorOfCookie(app, args.request.headers.get('cookie')));
  if (!may(actor, permission)) {
    if (actor === null) throw redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
    throw refuse('forbidden');
  }
  const language = await languageOfRequest(app, args.request, actor);
  return { app, actor: actor as WhoFor<P>, language, params: args.params, request: args.request, url };
}

export function page<P extends Permission, T>(rule: { readonly may: P }, load: (visit: Visit<WhoFor<P>>) => T) {
  const loader = async (args: LoaderFunctionArgs): Promise<Awaited<T>> => {
    try {
      return await load(await visitOf(rule.may, args));
    } catch (error) {
      throw thrownBy(error, args.context as unknown as Context);
    }
  };
  return Object.assign(loader, { may: rule.may as Permission });
}
