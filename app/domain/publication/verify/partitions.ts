// Rule 3 on a finished release: every person in one atom of at least k, every department a union of atoms, partitions nested.
import type { Partition, Release } from '#app/domain/publication/release/release.ts';
import { isAskedOfSome } from '#app/domain/surveys/questions/extra-questions.ts';
import type { Report } from '#app/domain/publication/release/release-problem.ts';

export function verifyPartitions(release: Release, report: Report): void {
  const base = release.partitions[String(release.k)];
  if (!base && release.counts.ballots !== null) report('no-base', { partition: String(release.k) });
  const everybody = base ?? Object.values(release.partitions)[0];
  const insides = new Map<string, string>();
  for (const [key, partition] of Object.entries(release.partitions)) {
    const k = leastOf(key);
    if (!(k >= release.k)) report('partition-below-k', { partition: key, k: release.k });
    verifyAtoms(key, partition, { k, everybody: everybody! }, report);
    verifyDepartments(key, partition, insides, report);
    if (base && partition !== base) verifyNesting(key, partition, base, report);
  }
  const total = base?.atoms.reduce((sum, atom) => sum + atom.answered, 0);
  if (base && total !== release.counts.ballots) report('total-differs', { ballots: String(release.counts.ballots), atoms: total! });
}

/** The k with which a partition's key begins. */
export function leastOf(key: string): number {
  return Number(key.split(':')[0]);
}

function verifyAtoms(key: string, partition: Partition, rule: { readonly k: number; readonly everybody: Partition }, report: Report): void {
  const ids = new Set<string>();
  const departments = new Set<string>();
  for (const atom of partition.atoms) {
    if (ids.has(atom.id)) report('repeated-atom', { partition: key, atom: atom.id });
    ids.add(atom.id);
    // Answers by slips that nobody handed out are answers, and nobody's.
    if (!(atom.answered - (atom.beyond ?? 0) >= rule.k)) report('atom-too-small', { partition: key, atom: atom.id, answered: atom.answered, k: rule.k });
    if (atom.people !== undefined && !(atom.people >= (atom.invited ?? 0))) report('people-below-asked', { partition: key, atom: atom.id });
    for (const department of atom.departments) {
      if (departments.has(department)) report('repeated-department', { partition: key, department });
      departments.add(department);
    }
  }
  const expected = new Set(rule.everybody.atoms.flatMap((atom) => atom.departments));
  // What was asked of some leaves the others out, whole atoms at a time; that it nests is looked at below.
  const missing = isAskedOfSome(key.slice(key.indexOf(':') + 1)) ? undefined : [...expected].find((department) => !departments.has(department));
  const strange = [...departments].some((department) => !expected.has(department));
  if (missing !== undefined || strange) {
    report('departments-differ', { partition: key, department: missing ?? '' });
  }
}

/** `insides`: by department the ones counted below it, which must be the same in every partition that shows it. */
function verifyDepartments(key: string, partition: Partition, insides: Map<string, string>, report: Report): void {
  const atoms = new Map(partition.atoms.map((atom) => [atom.id, atom]));
  const homeOf = new Map(partition.atoms.flatMap((atom) => atom.departments.map((id) => [id, atom.id] as const)));
  for (const department of partition.departments) {
    const where = { partition: key, department: department.id };
    const own = department.atoms.flatMap((id) => atoms.get(id) ?? []);
    if (own.length !== new Set(department.atoms).size || own.length !== department.atoms.length || own.length === 0) report('unknown-atom', where);
    const answered = own.reduce((sum, atom) => sum + atom.answered, 0);
    const invited = own.reduce<number | null>((sum, atom) => (sum === null || atom.invited === null ? null : sum + atom.invited), 0);
    if (answered !== department.answered || invited !== department.invited) report('department-sum', where);
    const guests = new Set(department.with);
    const counted = own.flatMap((atom) => atom.departments);
    const inside = counted.filter((id) => !guests.has(id)).sort();
    const home = homeOf.get(department.id);
    const homeless = home !== undefined && !department.atoms.includes(home);
    const strangers = inside.length + guests.size !== counted.length || guests.has(department.id);
    const known = insides.get(department.id);
    const told = inside.join('\n');
    if (homeless || strangers || inside.length === 0 || (known !== undefined && known !== told)) report('not-a-union', where);
    insides.set(department.id, told);
  }
  verifyLaminar(key, partition, report);
}

/** From the widest department to the narrowest, all atoms of one must have had the same innermost department before. */
function verifyLaminar(key: string, partition: Partition, report: Report): void {
  const innermost = new Map<string, string>();
  for (const department of [...partition.departments].sort((one, other) => other.atoms.length - one.atoms.length)) {
    if (new Set(department.atoms.map((atom) => innermost.get(atom))).size > 1) report('not-laminar', { partition: key, department: department.id });
    for (const atom of department.atoms) innermost.set(atom, department.id);
  }
}

function verifyNesting(key: string, partition: Partition, base: Partition, report: Report): void {
  const atomOf = new Map(partition.atoms.flatMap((atom) => atom.departments.map((id) => [id, atom.id] as const)));
  const sums = new Map<string, number>();
  const beyond = new Map<string, number>();
  for (const atom of base.atoms) {
    const homes = new Set(atom.departments.map((id) => atomOf.get(id)));
    if (homes.size > 1) report('not-nested', { partition: key, atom: atom.id });
    for (const home of homes) {
      if (home === undefined) continue;
      sums.set(home, (sums.get(home) ?? 0) + atom.answered);
      beyond.set(home, (beyond.get(home) ?? 0) + (atom.beyond ?? 0));
    }
  }
  // A partition of an item of its own may count only those who were asked; every other counts all ballots.
  const partial = key.includes(':') && !key.includes(':dimension:');
  for (const atom of partition.atoms) {
    const all = sums.get(atom.id) ?? 0;
    const [lies, lay] = [atom.beyond ?? 0, beyond.get(atom.id) ?? 0];
    if (partial ? lies > lay : lies !== lay) report('nested-sum', { partition: key, atom: atom.id });
    if (partial ? atom.answered > all : atom.answered !== all) report('nested-sum', { partition: key, atom: atom.id });
  }
}
