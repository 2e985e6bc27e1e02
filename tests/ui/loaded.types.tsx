// What a page is given has the type with which it was made. `tsc` is the test: an expectation that no longer fails to compile is an
// error. Nothing here is ever run.
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import type { loader as planLoader } from '#app/routes/plans.$id.tsx';
import { useLoaded, type Loaded } from '#app/ui/layout/loaded.ts';
import type { PlanPart } from '#app/ui/plans/plan-view.ts';

type Way<T> = () => Promise<T>;

export function WhatArrives() {
  // @ts-expect-error a Date arrives as text
  useLoaded<Way<{ at: Date }>>();
  // @ts-expect-error a Map arrives empty, however deep it lies
  useLoaded<Way<{ rows: readonly { names: Map<string, string> }[] }>>();
  // @ts-expect-error and so does a Set
  useLoaded<Way<{ some: ReadonlySet<string> | null }>>();
  // @ts-expect-error a bigint does not leave
  useLoaded<Way<{ seats: readonly { free: bigint }[] }>>();
  // @ts-expect-error a function does not arrive
  useLoaded<Way<{ go: () => number }>>();
  // @ts-expect-error undefined does not arrive, unless it may be missing
  useLoaded<Way<{ name: string | undefined }>>();
  // @ts-expect-error in a list it arrives as null
  useLoaded<Way<{ names: readonly (string | undefined)[] }>>();
  // @ts-expect-error nobody knows what arrives
  useLoaded<Way<{ text: unknown }>>();
  const plain = useLoaded<Way<{ name: string | null; note?: string; rows: readonly { n: number }[] } | Response>>();
  // @ts-expect-error null is not forgotten on the way
  const believed: { name: string } = plain;
  return [plain.name, plain.note, plain.rows.length, believed];
}

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const holds = <Is extends true>(is: Is): Is => is;

/** Another type of one field on either side, and these lines are red. */
export const oneModel = [holds<Same<Loaded<typeof planLoader>['view'], PlanPage>>(true), holds<Same<PlanPart['view'], PlanPage>>(true)];

// @ts-expect-error a department that may have no name is not drawn unnoticed
export const drawn = (page: Omit<PlanPage, 'departmentName'> & { readonly departmentName: string | null }): PlanPart['view'] => page;
