// before-the-day.ts FOLDER: a small company with one published survey and a draft, as it stands before a day of work.
import { join } from 'node:path';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { aDraftWithTable } from './drafts.ts';
import { aSmallCompany } from './people.ts';
import { publishWaves } from './published.ts';
import { writePages } from './stand-in-pages.ts';
import { aSurveyOfAmber } from './survey-of-amber.ts';
import '#app/text/all.server.ts';

const [folder = ''] = process.argv.slice(2);
writePages(join(folder, 'build'));
const app = await openApp(readConfig({ dataFolder: folder, port: 3000 }, { MURMUR_TZ: 'UTC' }), () => new Date('2026-11-22T12:00:00Z'));
await aSmallCompany(app);
await publishWaves(app, [aSurveyOfAmber()]);
await app.data.surveys.add(aDraftWithTable('pulse'));
await letGo(app);
await app.data.close();
