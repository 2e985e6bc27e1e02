// What the auditor looks at: everything published of one question, as partitions of people. People with the same membership in
// all of them are one class: no combination of the published sums can tell them apart.

/** A partition of people; −1 stands outside of it. */
export interface Table {
  readonly bandOf: Int32Array;
  readonly bands: number;
}

/** Where papers were reissued, two ballots of one block may come from one person; where slips were used beyond those handed out, nobody
 * may be behind a ballot who counts. */
export interface Reissues {
  /** By person: the block (or atom) of the ballot. */
  readonly atomOf: Int32Array;
  /** By block: reissued papers. */
  readonly reissued: Int32Array;
  /** By block: papers by slips beyond those handed out; none where absent. */
  readonly beyond?: Int32Array;
}

export interface System {
  /** The first is the partition into cells; who is outside of it does not count. */
  readonly tables: readonly Table[];
  readonly classOf: Int32Array;
  /** By class: one person of it. */
  readonly example: Int32Array;
  /** By class: ballots. */
  readonly weight: Float64Array;
  readonly reissues: Reissues | null;
}

/** A system of one partition alone. */
export function systemOf(cells: Table, reissues: Reissues | null = null): System {
  const everybody = new Int32Array(cells.bandOf.length);
  const isSuspect = (atom: number) => reissues !== null && (reissues.reissued[atom]! > 0 || (reissues.beyond?.[atom] ?? 0) > 0);
  const suspects = reissues && Array.from(reissues.reissued.keys()).some(isSuspect) ? reissues : null;
  const counted = everybody.map((_, person) => {
    if (cells.bandOf[person]! < 0) return -1;
    const atom = suspects ? suspects.atomOf[person]! : 0;
    return suspects && isSuspect(atom) ? atom + 1 : 0;
  });
  return refined([cells], counted, cells, suspects);
}

/** The same system with one more published table. */
export function withTable(system: System, table: Table): System {
  const tables = [...system.tables, table];
  const alone = system.weight.every((weight) => weight === 1);
  return alone ? { ...system, tables } : refined(tables, system.classOf, table, system.reissues);
}

/** People behind a set of classes, at the very least. */
export function peopleIn(system: System, classes: Iterable<number>): number {
  const ballots = new Ballots(system.reissues);
  for (const one of classes) ballots.add(system.example[one]!, system.weight[one]!);
  return ballots.people();
}

/** People behind each band of a table among those who count, at the very least. */
export function peopleByBand(system: System, table: Table): number[] {
  const ballots = Array.from({ length: table.bands }, () => new Ballots(system.reissues));
  table.bandOf.forEach((band, person) => {
    if (band >= 0 && system.classOf[person]! >= 0) ballots[band]!.add(person, 1);
  });
  return ballots.map((band) => band.people());
}

/** Whether every ballot of a class certainly comes from another person. */
export function isSure(system: System, one: number): boolean {
  if (!system.reissues) return true;
  const { atomOf, reissued, beyond } = system.reissues;
  const atom = atomOf[system.example[one]!]!;
  return reissued[atom] === 0 && (beyond?.[atom] ?? 0) === 0;
}

/**
 * In an atom with r reissued papers w ballots come from at least max(w − r, w / 2) people: nobody receives a second paper twice,
 * and the lost one might still vote. Of s slips beyond those handed out all may be one person's who is in the atom already: s of the w
 * ballots count for nobody, and what is said of reissued papers is said of the others.
 */
class Ballots {
  private sum = 0;
  private readonly byAtom = new Map<number, number>();
  private readonly reissues: Reissues | null;

  constructor(reissues: Reissues | null) {
    this.reissues = reissues;
  }

  add(person: number, count: number): void {
    this.sum += count;
    if (!this.reissues) return;
    const atom = this.reissues.atomOf[person]!;
    this.byAtom.set(atom, (this.byAtom.get(atom) ?? 0) + count);
  }

  people(): number {
    let hidden = 0;
    for (const [atom, count] of this.byAtom) {
      const beyond = Math.min(this.reissues!.beyond?.[atom] ?? 0, count);
      hidden += beyond + Math.min(this.reissues!.reissued[atom]!, Math.floor((count - beyond) / 2));
    }
    return this.sum - hidden;
  }
}

function refined(tables: readonly Table[], before: Int32Array, table: Table, reissues: Reissues | null): System {
  const seen = new Map<number, number>();
  const classOf = new Int32Array(before.length).fill(-1);
  const example: number[] = [];
  const weight: number[] = [];
  for (let person = 0; person < before.length; person += 1) {
    if (before[person]! < 0) continue;
    const key = before[person]! * (table.bands + 1) + table.bandOf[person]! + 1;
    let one = seen.get(key);
    if (one === undefined) {
      one = example.length;
      seen.set(key, one);
      example.push(person);
      weight.push(0);
    }
    classOf[person] = one;
    weight[one]! += 1;
  }
  return { tables, classOf, example: Int32Array.from(example), weight: Float64Array.from(weight), reissues };
}
