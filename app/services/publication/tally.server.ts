// The tally of one survey, in a thread of its own: the box is opened once, in memory, and what comes out is the release, the list of
// receipts, and nothing else.
import { hkdfSync, type KeyObject } from 'node:crypto';
import type { Chance } from '#app/domain/kernel/chance.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { ballotColumns, type AskedOf, type BallotTable } from '#app/domain/publication/tally/ballot-columns.ts';
import { canonical, hashOf } from '#app/domain/publication/release/canonical.ts';
import type { AdmitCuts } from '#app/domain/publication/cuts/cut-admission.ts';
import { cutsWith } from '#app/domain/publication/cuts/cuts.ts';
import { emptyRelease } from '#app/domain/publication/empty-release.ts';
import { merkleRoot } from '#app/domain/publication/release/merkle.ts';
import { publish } from '#app/domain/publication/publish.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import { besideOf } from '#app/domain/surveys/asking/audience.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isRouted } from '#app/domain/surveys/asking/routes.ts';
import { papersBeyond, type SlipCount } from '#app/domain/surveys/slips/slips.ts';
import { openSlots, placeOf, readBlockKeys, readBoxKey, readPeople, readRollCounts, readSlipCounts, type RollCounts } from '#db/boxes.server.ts';
import { loadSolver } from './load-solver.server.ts';
import { hashOfRoute } from '#app/services/responses/open-routes.server.ts';
import { sealedKeys } from '#app/services/responses/sign-papers.server.ts';
import { openBallots, type Opening } from './open-ballots.server.ts';

export interface TallyOrder {
  readonly dataFolder: string;
  /** Canonical JSON. */
  readonly manifest: string;
  readonly manifestHash: string;
  readonly closed: Day;
  /** Hash of the release before; null for the first. */
  readonly previous: string | null;
}

export interface Tallied {
  /** Canonical JSON of the release. */
  readonly text: string;
  readonly hash: string;
  /** Sorted. */
  readonly receipts: readonly string[];
}

export interface Progress {
  readonly done: number;
  /** 0 until it is known. */
  readonly of: number;
  /** The ballots are counted; what is left is to prove the declared tables. */
  readonly auditing?: true;
}

export type TallyRefusal = 'more-ballots-than-papers';

/**
 * From the box key, which was drawn for this survey, lies in its `keys/` alone and is destroyed with them. Whoever counts the same box
 * twice publishes the same tables: two differently moved ones would undo the doubt that moving leaves.
 */
function chanceOf(boxKey: KeyObject, manifestHash: string): Chance {
  const secret = Buffer.from(boxKey.export({ format: 'jwk' }).d as string, 'base64url');
  const seed = Buffer.from(hkdfSync('sha256', secret, Buffer.from(manifestHash, 'hex'), 'murmur: the chance of the tally', 32));
  const drawn = seededChance(seed.toString('hex'));
  return (below) => (below <= 1 ? 0 : drawn(below));
}

/** Refused when somebody who held the keys put ballots into a block for which no paper was given there. */
export async function tally(order: TallyOrder, progress: (progress: Progress) => void): Promise<Outcome<Tallied, TallyRefusal>> {
  const manifest = manifestIn(order.manifest, order.manifestHash);
  const place = placeOf(order.dataFolder, manifest.survey.id);
  const counts = readRollCounts(place);
  const slips = readSlipCounts(place);
  const papers = counts.papers.map((given, block) => given + counts.reissued[block]! + slips[block]!.papers);
  const opening: Opening = {
    keys: sealedKeys(readBlockKeys(place.keys, manifest.blocks.length), manifest.blocks),
    boxKey: readBoxKey(place.keys),
    manifestHash: order.manifestHash,
  };
  const columns = ballotColumns(manifest, sum(papers), askedIn(manifest, place.people));
  const found = papers.map(() => 0);
  const receipts: string[] = [];
  const slots = openSlots(place.box, manifest.blocks.map(({ invited }) => invited), 'r');
  try {
    for await (const { block, answers, receipt } of openBallots(slots, opening, (done) => progress({ done, of: sum(slots.sizes) }))) {
      // By block: papers that nobody used elsewhere are no room for ballots that somebody puts beside one person's.
      found[block]! += 1;
      if (found[block]! > papers[block]!) return refused('more-ballots-than-papers', { papers: sum(papers) });
      columns.add(block, answers);
      receipts.push(receipt);
    }
  } finally {
    slots.close();
  }
  const admitCuts = manifest.cuts.length > 0 ? await auditor(progress) : undefined;
  return done(released(order, { manifest, counts, slips, table: columns.table(), receipts: receipts.sort(), admitCuts, chance: chanceOf(opening.boxKey, order.manifestHash) }));
}

/** Opens the routes with the blocks' salts, as each member's page did. */
function askedIn({ questions }: Manifest, people: string): AskedOf {
  const routed = questions.flatMap(({ id, routes }) => (routes === undefined ? [] : [{ id, routes }]));
  const salts = routed.length === 0 ? [] : readPeople(people).blocks.map(({ salt }) => salt);
  return new Map(routed.map(({ id, routes }) => [id, new Set(salts.flatMap((salt, block) => (isRouted(routes, block, hashOfRoute(salt, id)) ? [block] : [])))]));
}

async function auditor(progress: (progress: Progress) => void): Promise<AdmitCuts> {
  progress({ done: 0, of: 0, auditing: true });
  return cutsWith({ findWorld: await loadSolver(), progress: (made, of) => progress({ done: made, of, auditing: true }) });
}

interface Counted {
  readonly manifest: Manifest;
  readonly counts: RollCounts;
  /** By block. */
  readonly slips: readonly SlipCount[];
  readonly table: BallotTable;
  readonly receipts: readonly string[];
  readonly admitCuts: AdmitCuts | undefined;
  readonly chance: Chance;
}

function released(order: TallyOrder, { manifest, counts, slips, table, receipts, admitCuts, chance }: Counted): Tallied {
  const input: TallyInput = {
    survey: { id: manifest.survey.id, title: manifest.survey.title, closed: order.closed },
    manifest: order.manifestHash,
    k: manifest.k,
    departments: manifest.departments,
    leaves: manifest.blocks.map(({ id, departments, place, invited, people }, block) => ({ id, departments, place, invited, ...(people !== undefined && { people }), reissued: counts.reissued[block]!, beyond: papersBeyond(slips[block]!) })),
    ...(manifest.audience && { beside: besideOf(manifest.audience).flatMap((group) => group.departments) }),
    ...table,
    ...(manifest.slips && manifest.slips.listed > 0 && { slips: { listed: manifest.slips.listed, given: givenIn(slips) } }),
    counts: { invited: sum(counts.invited), papers: sum(counts.papers) + sum(slips.map(({ papers }) => papers)), reissued: sum(counts.reissued) },
    receipts: merkleRoot(receipts),
    previous: order.previous,
    chance,
  };
  const published = publish(input, admitCuts ? { admitCuts } : {});
  const release = published.ok ? published.value : emptyRelease(input);
  return { text: canonical(release), hash: hashOf(release), receipts };
}

/** Null where nobody signed for any block. */
function givenIn(slips: readonly SlipCount[]): number | null {
  const signed = slips.filter(({ listed, given }) => listed > 0 && given !== null);
  return signed.length === 0 ? null : sum(signed.map(({ given }) => given!));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
