// A company that votes over HTTP in a process that is killed in between: everybody one after another, which is the worst order to hide.
// Some lose every reply and send again, some change their ballot, one has the portal killed under it.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach } from 'vitest';
import { dropBallot, type Fetch } from '#app/ballot/drop.ts';
import { askOffer, askSignature } from '#app/ballot/issuance.ts';
import { drawPaper, finishPaper } from '#app/ballot/paper.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Sealed } from '#app/services/publication.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { aDepartment, aPerson } from './directory.ts';
import { aDraft, ballotApp, sealed } from './open-survey.ts';
import { fetchWith } from './fetch-with.ts';
import { sessionOf } from './plain-endpoints.ts';

export interface Voter {
  readonly id: string;
  readonly cookie: string;
}

export interface Cast {
  readonly person: string;
  readonly block: number;
  /** Of the ballot that counts. */
  readonly receipt: string;
  /** SHA-256 of every blinded value that was signed. */
  readonly noted: readonly Uint8Array[];
  /** Every ballot that was sent; the last one counts. */
  readonly bodies: readonly Uint8Array[];
}

/** What nobody is asked, so that it may never be published. */
export const planted = (person: string) => `canary of ${person} quartz`;

/** Seals a survey in the folder and lets go of it: somebody else serves it. */
export async function aCompanyOn(folder: string, people: number, blocks: number): Promise<Sealed & { readonly voters: Voter[] }> {
  const app = await ballotApp({ dataFolder: folder, database: `${folder}/murmur.sqlite` });
  await app.data.people.saveAll((await app.data.people.current()).map((person) => ({ ...person, leftOn: app.today() })));
  await app.data.departments.saveAll(Array.from({ length: blocks }, (_, index) => aDepartment(`team-${index}`, { parentId: 'amber', position: 10 + index })));
  const persons = Array.from({ length: people }, (_, index) => aPerson(`voter-${String(index).padStart(4, '0')}`, { departmentId: `team-${index % blocks}` }));
  await app.data.people.saveAll(persons);
  const voters: Voter[] = [];
  for (const { id } of persons) voters.push({ id, cookie: await sessionOf(app, id) });
  const survey = await sealed(app, aDraft('pulse'));
  await letGo(app);
  await app.data.close();
  return { ...survey, voters };
}

export interface Served {
  readonly url: string;
  kill(): Promise<void>;
  /** Resolves with what became of it. */
  close(): Promise<string>;
}

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

export async function served(folder: string): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', resolve('tests/support/voting-server.ts'), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const said = async () => String((await lines.next()).value ?? 'ended');
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    url: await said(),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    close() {
      child.stdin!.write('close\n');
      return said();
    },
  };
}

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

interface Way {
  readonly fetch: Fetch;
  readonly manifest: Manifest;
  readonly hash: string;
}

/** Takes a paper and drops a ballot for each of the answers; `twice` where every reply is lost once. */
export async function castBallots({ fetch, manifest, hash }: Way, person: string, { said, twice }: { said: readonly number[]; twice: boolean }): Promise<Cast> {
  const { block, key } = given(await askOffer(fetch, { manifest, hash }));
  const draw = given(await drawPaper(key));
  const sign = () => askSignature(fetch, { survey: 'pulse', blinded: draw.blinded, reissue: false });
  if (twice) given(await sign());
  const paper = given(await finishPaper(key, draw, given(await sign())));
  const bodies: Uint8Array[] = [];
  let receipt = '';
  for (const score of said) {
    const body = given(await sealBallot({ manifest, manifestHash: hash, block, paper, answers: { 'PAY-01': score, remark: planted(person) } }));
    bodies.push(body);
    for (let time = 0; time < (twice ? 2 : 1); time += 1) receipt = given(await dropBallot({ fetch, survey: 'pulse', body }));
  }
  return { person, block, receipt, noted: [createHash('sha256').update(draw.blinded).digest()], bodies };
}

/** Everybody, in order; the portal is killed in the middle, while a ballot is on its way. */
export async function everybodyVotes(folder: string, { manifest, hash, voters }: Sealed & { readonly voters: readonly Voter[] }): Promise<{ cast: Cast[]; portal: Served }> {
  const cast: Cast[] = [];
  let portal = await served(folder);
  for (const [index, { id, cookie }] of voters.entries()) {
    const fetch = fetchWith(portal.url, cookie);
    const said = index % 5 === 2 ? [1, 5] : [1 + (index % 5)];
    const one = await castBallots({ fetch, manifest, hash }, id, { said, twice: index % 7 === 3 });
    cast.push(one);
    if (index !== voters.length >> 1) continue;
    const unanswered = dropBallot({ fetch, survey: 'pulse', body: one.bodies.at(-1)! });
    await portal.kill();
    await unanswered;
    portal = await served(folder);
  }
  return { cast, portal };
}
