// What a loader gave, with the loader's own type: declared once, where it is made. The one cast of a page stands here, and only
// what passes through JSON unchanged compiles; Remix's own type takes every value apart instead, so that pages cast it back.
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormReply } from '#app/text/form-reply.ts';

type Way = (args: never) => unknown;

/** What arrives of a value that was sent as JSON: `never` for what does not (a Date, a Map, a function, a bigint, `unknown`), and no `undefined` that is not an optional field. */
export type Sent<T> = T extends string | number | boolean | null
  ? T
  : T extends Date | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ((...args: never) => unknown) | bigint | symbol | undefined
    ? never
    : T extends object
      ? { [Key in keyof T]: Sent<T[Key]> }
      : never;

type DataOf<Made> = Made extends Response ? never : Made;

/** What a loader or an action gives, apart from redirects. */
export type Loaded<Loader extends Way> = DataOf<Awaited<ReturnType<Loader>>>;

/** Compiles without an argument only where all that the loader gives arrives as it was. */
export function useLoaded<Loader extends Way>(...lost: Loaded<Loader> extends Sent<Loaded<Loader>> ? [] : [changedByJson: Sent<Loaded<Loader>>]): Loaded<Loader> {
  void lost;
  return useLoaderData() as Loaded<Loader>;
}

/** What an action gave: its own answer, or the form back. */
export function useAnswer<Action extends Way>(): Loaded<Action> | FormReply | undefined {
  return useActionData() as Loaded<Action> | FormReply | undefined;
}

/** What `command` and `upload` answer with where they refuse. */
export function useReply(): FormReply | undefined {
  return useActionData() as FormReply | undefined;
}
