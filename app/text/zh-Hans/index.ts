import type { Catalogue } from '../text.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { signIn } from './sign-in.ts';

export const zhHans: Catalogue = { ...common, ...controls, ...signIn };
