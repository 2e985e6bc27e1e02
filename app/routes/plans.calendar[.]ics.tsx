// The reader's own days for a calendar.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { calendarFile } from '#app/services/plans.server.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language }) => download(await calendarFile(app, actor, language), { name: 'murmur.ics', type: 'text/calendar' }));
