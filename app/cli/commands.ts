// Every command, in the order of the overview.
import type { Command } from './command.ts';
import { peopleImport } from './people.ts';
import { demo } from './demo.ts';
import { serve } from './serve.ts';

export const commands: readonly Command[] = [demo, serve, peopleImport];
