// Files of a report of a thousand departments and twelve waves, of the built portal as a reader asks for them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortalWithEmptyPage } from './empty-page.ts';
import { prepareWaves } from './results.ts';

export interface OfficeTime {
  readonly file: string;
  /** Asked for anew, its thread included. */
  readonly 'took s': number;
  readonly 'kB': number;
  /** Resident, more than before it was asked for. */
  readonly 'more memory MiB': number;
}

export async function officeTimes(people = 10_000, waves = 12, teams = 99): Promise<OfficeTime[]> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-bench-'));
  await prepareWaves(folder, people, waves, teams);
  const portal = await startPortalWithEmptyPage(folder);
  const ask = async (file: string) => (await fetch(`${portal.url}/results/wave-${waves - 1}/${file}`, { headers: { cookie: 'murmur_session=bench' } })).arrayBuffer();
  // The releases are read once for all of them.
  await ask('report.json');
  const rows: OfficeTime[] = [];
  for (const file of ['report.pptx', 'report.docx', 'report.xlsx', 'chart/levels.svg', 'chart/levels.png']) {
    const [start, before] = [performance.now(), portal.memory()];
    const asked = ask(file);
    let most = before;
    const watch = setInterval(() => { most = Math.max(most, portal.memory()); }, 50);
    const bytes = (await asked).byteLength;
    clearInterval(watch);
    rows.push({ file, 'took s': Math.round((performance.now() - start) / 100) / 10, 'kB': Math.round(bytes / 1000), 'more memory MiB': Math.round(most - before) });
  }
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

if (process.argv[1]?.endsWith('bench/office.ts')) console.table(await officeTimes());
