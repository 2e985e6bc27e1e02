import type { Catalogue } from '../text.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { feed } from './feed.ts';
import { leading } from './leading.ts';
import { home } from './home.ts';
import { letters } from './letters.ts';
import { past } from './past.ts';
import { people } from './people.ts';
import { planLetters } from './plan-letters.ts';
import { plans } from './plans.ts';
import { privacy } from './privacy.ts';
import { results } from './results.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { surveys } from './surveys.ts';
import { team } from './team.ts';

export const zhHans: Catalogue = { ...common, ...controls, ...people, ...home, ...letters, ...results, ...setup, ...signIn, ...surveys, ...feed, ...leading, ...planLetters, ...plans, ...past, ...privacy, ...team };
