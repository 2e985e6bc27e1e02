// Keys of a survey that is not sealed lie on the disk as long as its sealing runs or is taken up again, and no longer.
import type { App } from '#app/platform/app.server.ts';
import { destroyStock, isSurveyId, listStocks } from '#db/boxes.server.ts';

/** Failures of the machine: the sealing is tried again by itself. */
const triedAgain: ReadonlySet<string | null> = new Set(['full', 'disk', 'database']);

/** `sealing`: surveys that are sealed just now, whatever became of their drafts. */
export async function tidyKeys(app: App, sealing: Pick<ReadonlyMap<string, unknown>, 'has'> = new Map()): Promise<void> {
  for (const survey of listStocks(app.config.dataFolder).filter(isSurveyId)) {
    if (sealing.has(survey)) continue;
    const job = await app.data.surveyJobs.get(survey, 'seal');
    if (job?.state === 'running' || (job?.state === 'failed' && triedAgain.has(job.failure))) continue;
    await destroyStock({ dataFolder: app.config.dataFolder, survey });
  }
}
