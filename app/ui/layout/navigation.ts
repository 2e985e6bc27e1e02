// Where people can go from everywhere; each entry is shown to those who may open it.
import type { Permission } from '#app/domain/access/actor.ts';
import type { TextKey } from '#app/text/text.ts';

export interface Entry {
  readonly to: string;
  readonly text: TextKey;
  readonly may: Permission;
}

export const navigation: readonly Entry[] = [
  { to: '/', text: 'nav.home', may: 'take-part' },
  { to: '/team', text: 'nav.team', may: 'read-own-departments' },
  { to: '/surveys', text: 'nav.surveys', may: 'compose-surveys' },
  { to: '/results', text: 'nav.results', may: 'take-part' },
  { to: '/plans', text: 'nav.plans', may: 'make-plans' },
  { to: '/feed', text: 'nav.feed', may: 'take-part' },
  { to: '/people', text: 'nav.people', may: 'manage-people' },
];
