// The promises of the reader's register as a table.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { promisesFile } from '#app/services/plans.server.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, language }) => download(await promisesFile(app, actor, language), { name: 'promises.csv', type: 'text/csv' }));
