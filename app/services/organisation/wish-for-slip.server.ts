// Whether somebody would rather come with a slip: their own choice, for surveys that are sealed from then on. Nobody else makes it.
import type { Actor } from '#app/domain/access/actor.ts';
import type { App } from '#app/platform/app.server.ts';

export const wishesForSlip = (app: App, { personId }: Pick<Actor, 'personId'>): Promise<boolean> => app.data.slipWishes.of(personId);

export const wishForSlip = (app: App, { personId }: Pick<Actor, 'personId'>, wished: boolean): Promise<void> => app.data.slipWishes.save(personId, wished);
