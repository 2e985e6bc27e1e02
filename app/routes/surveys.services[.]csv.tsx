// The map of who serves whom as a table.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { serviceMapFile } from '#app/services/organisation/service-map.server.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language }) => download(await serviceMapFile(app, language), { name: 'who-serves-whom.csv', type: 'text/csv' }));
