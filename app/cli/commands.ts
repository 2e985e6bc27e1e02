// Every command, in the order of the overview.
import type { Command } from './command.ts';
import { adminCreate } from './admin.ts';
import { analyseCommand } from './analyse.ts';
import { backup, backupVerify, restore } from './backup.ts';
import { mailTest } from './mail.ts';
import { dbMigrate, dbNew } from './db.ts';
import { peopleImport } from './people.ts';
import { demo } from './demo.ts';
import { privacyCheck } from './privacy.ts';
import { releaseShow, releaseVerify } from './release.ts';
import { serve } from './serve.ts';
import { surveyClose, surveyGiveUp, surveyList, surveyRetry } from './survey.ts';

export const commands: readonly Command[] = [demo, serve, adminCreate, peopleImport, analyseCommand, releaseShow, releaseVerify, surveyList, surveyClose, surveyGiveUp, surveyRetry, privacyCheck, mailTest, backupVerify, backup, restore, dbMigrate, dbNew];
