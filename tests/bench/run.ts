// `npm run bench`: every figure beside its plain floor in the same run. It measures what is built: run `npm run build` before.
// Processor times are steadier than rates where the machine is shared. `--large`: a tally of a hundred thousand ballots too.
import { auditorTimes } from './auditor.ts';
import { dropsBeside } from './beside.ts';
import { ballotCosts, type BallotCost } from './ballot.ts';
import { boxTimes } from './boxes.ts';
import { dryRunTimes, keyCosts, largePages } from './large.ts';
import { pageTimes } from './page.ts';
import { officeTimes } from './office.ts';
import { reportTimes } from './report.ts';
import { mapTimes, resultsTimes } from './results.ts';
import { stallTimes } from './stalls.ts';
import { tallyTime } from './tally.ts';

interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly reached: boolean;
}

function ballotGoals(rows: readonly BallotCost[]): Goal[] {
  const row = (step: string) => rows.find((one) => one.step === step)!;
  const [whole, floor, drop, bare] = [row('complete survey'), row('sum of floors'), row('drop'), row('floor: one synced overwrite of 8 KiB')];
  const bytes = row('page')['bytes over the wire']!;
  return [
    { goal: 'a complete survey costs the server at most 1.5 times the sum of its floors', measured: `${whole['server CPU ms']} beside ${floor['server CPU ms']} CPU-ms`, reached: whole['server CPU ms'] <= 1.5 * floor['server CPU ms'] },
    { goal: 'drops at 0.7 of the rate of a bare synced overwrite or more', measured: `${drop['per second']} beside ${bare['per second']} per second`, reached: drop['per second'] >= 0.7 * bare['per second'] },
    { goal: 'the survey page in at most 40 kB over the wire', measured: `${bytes} bytes`, reached: bytes <= 40_000 },
  ];
}

const heading = (text: string) => console.log(`\n${text}`);

heading('The way of a ballot');
const ballots = await ballotCosts();
console.table(ballots);

heading('Sealing for 20,000 people in 200 departments, and a start after a kill with 100,000 records');
const boxes = await boxTimes();
console.table([boxes]);

heading('The page\'s cryptography, processor slowed six times');
const crypt = await pageTimes();
console.table(crypt);

heading('Closing');
const tallies = [await tallyTime(10_000), ...(process.argv.includes('--large') ? [await tallyTime(100_000)] : [])];
console.table(tallies);

heading('Results at 10,000 people and 12 waves');
const pages = await resultsTimes();
console.table(pages);

heading('The map at 10,000 people, 1,000 departments and 12 waves');
const maps = await mapTimes();
console.table(maps);

heading('Files of a report at 10,000 people, 1,000 departments and 12 waves');
const office = await officeTimes();
console.table(office);
heading('The written report at 10,000 people, 1,000 departments and 12 waves');
const reports = await reportTimes();
console.table(reports);
const report = (step: string) => reports.find((one) => one.step === step)!;

heading('Planning declared cuts');
console.table(auditorTimes(3));

heading('What the program does by itself, for 20,000 people and an import of 100,000, and how long nothing else had its turn');
const stalls = stallTimes();
console.table(stalls);

heading('The dry run of a people file of 20,000 and of 100,000 people in 4,000 departments');
const dry = dryRunTimes();
console.table(dry);

heading('Pages of 20,000 and of 100,000 people');
const large = await largePages();
console.table(large);

heading('Keys of 150 groups');
const keys = keyCosts();
console.table([keys]);

heading('Drops beside others');
const beside = await dropsBeside();
console.table(beside);

heading('Goals');
const results = pages[0]!;
console.table([
  ...ballotGoals(ballots),
  { goal: 'sealing 20,000 people in 200 departments in at most 60 CPU-s', measured: `${boxes['sealed in CPU s']} CPU-s`, reached: boxes['sealed in CPU s'] <= 60 },
  { goal: 'at most 18.5 kB of disk a person', measured: `${boxes['bytes a person']} bytes`, reached: boxes['bytes a person'] <= 18_500 },
  { goal: 'a start after a kill with 100,000 records in at most 3 s', measured: `${boxes['opened in s']} s, ${boxes.ballots} ballots in ${boxes.records} records`, reached: boxes['opened in s'] <= 3 },
  ...crypt.map((one): Goal => ({ goal: `${one.step} under 300 ms on a processor slowed six times`, measured: `${one['median ms']} ms`, reached: one['median ms'] < 300 })),
  ...tallies.map((tally): Goal => ({ goal: 'a tally of 100,000 ballots in 5 minutes, at most 500 MiB', measured: `${tally.ballots} in ${tally['closed in s']} s, ${tally['most memory MiB']} MiB`, reached: tally['ballots per second'] >= 100_000 / 300 && tally['most memory MiB'] <= 500 })),
  { goal: 'the results page under 100 ms', measured: `${results['median ms']} ms`, reached: results['median ms'] < 100 },
  ...pages.map((one): Goal => {
    const most = one.page.endsWith('/full') || one.page === '/surveys' ? 4 : 2;
    const [alone, crowded] = [one['times the empty page'], one['times the empty page, 16 clients']];
    return { goal: `${one.page} costs at most ${most} times the empty page, for 1 and for 16 clients`, measured: `${alone} and ${crowded} times`, reached: Math.max(alone, crowded) <= most };
  }),
  ...maps.slice(0, -1).map((one): Goal => ({ goal: `${one.page} of a thousand departments under 100 ms and 300 kB`, measured: `${one['median ms']} ms, ${one['HTML kB']} kB`, reached: one['median ms'] < 100 && one['HTML kB'] <= 300 })),
  ...office.map((one): Goal => ({ goal: `${one.file} of a thousand departments in less than 5 s`, measured: `${one['took s']} s, ${one['more memory MiB']} MiB more`, reached: one['took s'] < 5 })),
  ...stalls.map((stall): Goal => ({ goal: `${stall.work}: no stall above 50 ms`, measured: `${stall['without waiting for the processor ms']} ms, ${stall['longest stall ms']} with waiting for the processor`, reached: stall['without waiting for the processor ms'] <= 50 })),
  ...dry.map((row): Goal => ({ goal: `${row.work} of ${row.count} people: less than 20 s and no stall above 50 ms`, measured: `${row['took s']} s, ${row['without waiting for the processor ms']} ms`, reached: row['took s'] < 20 && row['without waiting for the processor ms'] <= 50 })),
  ...large.map((one): Goal => ({ goal: `${one.page} of ${one.people} people in at most 200 kB of HTML`, measured: `${one['HTML kB']} kB`, reached: one['HTML kB'] <= 200 })),
  { goal: 'the model of a report of a thousand departments and 12 waves in less than 1 s', measured: `${report('model').ms} ms, of the year ${report('model of the year').ms} ms`, reached: report('model').ms < 1_000 },
  { goal: 'its workbook in less than 5 s', measured: `${report('XLSX').ms} ms`, reached: report('XLSX').ms < 5_000 },
  { goal: 'its PDF in less than 10 s with at most 300 MiB more memory', measured: `${report('PDF').ms} ms, ${report('PDF')['more memory MiB']} MiB`, reached: report('PDF').ms < 10_000 && report('PDF')['more memory MiB'] <= 300 },
  { goal: 'a key in at most 0.25 s of a processor', measured: `${keys['CPU s a key']} CPU-s`, reached: keys['CPU s a key'] <= 0.25 },
  { goal: '20,000 invitations written in less than 30 s', measured: `${stalls.find(({ work }) => work === 'writing invitations')!['took s']} s`, reached: stalls.find(({ work }) => work === 'writing invitations')!['took s'] < 30 },
  { goal: 'drop p99 at most 50 ms beside readers and letters', measured: `${beside[1]!['drop p99 ms']} ms`, reached: beside[1]!['drop p99 ms'] <= 50 },
  { goal: 'drop p99 at most three times that of a bare synced overwrite beside an import, a sealing and a tally', measured: `${beside[0]!['drop p99 ms']} beside ${beside[0]!['overwrite p99 ms']} ms`, reached: beside[0]!['drop p99 ms'] <= 3 * beside[0]!['overwrite p99 ms'] },
  { goal: 'resident memory at most 250 MiB after load', measured: `${pages.at(-1)!['memory MiB']} MiB`, reached: pages.at(-1)!['memory MiB'] <= 250 },
]);
