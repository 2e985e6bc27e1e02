// What pages about promises show.
import type { Day } from '../kernel/day.ts';
import type { Names } from './plan-page.ts';
import type { Promised, PromiseStatus } from './promised.ts';

export interface ListedPromise {
  readonly promise: Promised;
  readonly status: PromiseStatus;
  readonly plan: { readonly id: string; readonly title: string };
  readonly departmentName: string;
}

export interface PromiseRegister {
  readonly promises: readonly ListedPromise[];
  readonly names: Names;
}

export interface PromisePage extends ListedPromise {
  /** Awaited, and this person may say what becomes of it. */
  readonly deciding: boolean;
  readonly names: Names;
  readonly today: Day;
}
