import type { Catalogue } from '../text.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { people } from './people.ts';
import { letters } from './letters.ts';
import { signIn } from './sign-in.ts';
import { surveys } from './surveys.ts';

export const zhHant: Catalogue = { ...common, ...controls, ...people, ...letters, ...signIn, ...surveys };
