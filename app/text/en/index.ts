import { common } from './common.ts';
import { controls } from './controls.ts';
import { signIn } from './sign-in.ts';

export const en = { ...common, ...controls, ...signIn } as const;
