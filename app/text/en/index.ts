import { common } from './common.ts';
import { controls } from './controls.ts';
import { people } from './people.ts';
import { letters } from './letters.ts';
import { signIn } from './sign-in.ts';
import { surveys } from './surveys.ts';

export const en = { ...common, ...controls, ...people, ...letters, ...signIn, ...surveys } as const;
