// Where people can go from everywhere; each entry is shown to those who may open it.
import type { Permission } from '#app/domain/access/actor.ts';
import type { TextKey } from '#app/text/text.ts';
import type { IconName } from '../controls/icon.tsx';

export interface Entry {
  readonly to: string;
  readonly text: TextKey;
  /** Where room is short. */
  readonly short?: TextKey;
  readonly icon: IconName;
  readonly may: Permission;
}

/** In the order of importance: a phone shows the first ones and puts the rest under «More». */
export const navigation: readonly Entry[] = [
  { to: '/', text: 'nav.home', icon: 'home', may: 'take-part' },
  { to: '/team', text: 'nav.team', short: 'nav.team.short', icon: 'team', may: 'read-own-departments' },
  { to: '/surveys', text: 'nav.surveys', icon: 'surveys', may: 'compose-surveys' },
  { to: '/results', text: 'nav.results', icon: 'results', may: 'take-part' },
  { to: '/plans', text: 'nav.plans', icon: 'plans', may: 'make-plans' },
  { to: '/feed', text: 'nav.feed', short: 'nav.feed.short', icon: 'feed', may: 'take-part' },
  { to: '/privacy', text: 'nav.privacy', icon: 'privacy', may: 'take-part' },
  { to: '/people', text: 'nav.people', icon: 'people', may: 'manage-people' },
];
