// Every command, in the order of the overview.
import type { Command } from './command.ts';
import { peopleImport } from './people.ts';
import { serve } from './serve.ts';

export const commands: readonly Command[] = [serve, peopleImport];
