// A file of the written report: for whoever may read the report, and for nobody else. Somebody who opens a shared address in a browser and
// may not read it is told so by the page of the report, not by a word on a white sheet.
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { writeReport, type WrittenReport } from '#app/services/reports/write-report.server.ts';
import { page, type Visit } from './page.server.ts';
import { refuse } from './reply.server.ts';
import { reportLook } from './report-look.server.ts';

type Made = Response | Promise<Response>;

/** `make`: the file of a report that this reader may read. */
export function reportFile(make: (report: WrittenReport, visit: Pick<Visit<unknown>, 'app' | 'language' | 'params' | 'request' | 'url'>) => Made) {
  const inner = page({ may: 'read-departments' }, async ({ actor, ...visit }) => {
    const written = await writeReport(visit.app, actor, reportLook(visit));
    if (!written.ok) throw refuse(written.because);
    return make(written.value, visit);
  });
  const loader = async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await inner(args);
    } catch (error) {
      throw isRefusal(error) && readsPages(args.request) ? redirect(pageOf(args), 303) : error;
    }
  };
  return Object.assign(loader, { may: inner.may });
}

const isRefusal = (error: unknown): boolean => error instanceof Response && (error.status === 403 || error.status === 404);
const readsPages = ({ headers }: Request): boolean => (headers.get('accept') ?? '').includes('text/html');
const pageOf = ({ params, request }: LoaderFunctionArgs): string => `/results/${encodeURIComponent(params['id'] ?? '')}/report${new URL(request.url).search}`;
