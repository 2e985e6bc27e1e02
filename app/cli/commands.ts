// Every command, in the order of the overview.
import type { Command } from './command.ts';
import { adminCreate } from './admin.ts';
import { backup, restore } from './backup.ts';
import { dbMigrate, dbNew } from './db.ts';
import { peopleImport } from './people.ts';
import { demo } from './demo.ts';
import { serve } from './serve.ts';

export const commands: readonly Command[] = [demo, serve, adminCreate, peopleImport, backup, restore, dbMigrate, dbNew];
