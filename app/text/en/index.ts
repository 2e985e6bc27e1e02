import { common } from './common.ts';
import { controls } from './controls.ts';
import { people } from './people.ts';
import { signIn } from './sign-in.ts';

export const en = { ...common, ...controls, ...people, ...signIn } as const;
