// The head of a department is whom the file names; else whom most of it names as their manager. Nobody votes about himself, so that
// the head's own manager, one level up, does not win in a department of two.
import type { Directory, DirectoryDepartment, DirectoryPerson } from './directory.ts';

/** A vote: who (or which department, through its head) names whom. */
interface Vote {
  readonly from: string;
  readonly for: string;
}

function chosen(votes: readonly Vote[]): string | null {
  const counts = new Map<string, number>();
  for (const vote of votes) counts.set(vote.for, (counts.get(vote.for) ?? 0) + 1);
  for (const [candidate, count] of counts) {
    const others = votes.filter((vote) => vote.from !== candidate).length;
    if (count * 2 > others) return candidate;
  }
  return null;
}

// A department below votes for the one to whom its head reports. If its head sits in the upper department itself (a division's head
// who also leads a team), it votes for that head.
function votesOf(department: DirectoryDepartment, below: readonly (string | null)[], people: PeopleByPlace): Vote[] {
  const votes: Vote[] = [];
  for (const member of people.in(department.code)) {
    if (member.manager) votes.push({ from: member.employeeId, for: member.manager });
  }
  for (const id of below) {
    const head = id === null ? undefined : people.by(id);
    if (!head) continue;
    const reports = head.department === department.code ? head.employeeId : head.manager;
    if (reports) votes.push({ from: head.department === department.code ? '' : head.employeeId, for: reports });
  }
  return votes;
}

interface PeopleByPlace {
  in(code: string): readonly DirectoryPerson[];
  by(employeeId: string): DirectoryPerson | undefined;
}

function placesOf(people: readonly DirectoryPerson[]): PeopleByPlace {
  const places = new Map<string, DirectoryPerson[]>();
  const ids = new Map<string, DirectoryPerson>();
  for (const person of people) {
    ids.set(person.employeeId, person);
    const place = places.get(person.department);
    if (place) place.push(person);
    else places.set(person.department, [person]);
  }
  return { in: (code) => places.get(code) ?? [], by: (id) => ids.get(id) };
}

/** The departments with a head each where one is named or found; from the leaves upwards, as upper votes count lower heads. */
export function withHeads({ departments, people }: Directory): DirectoryDepartment[] {
  const places = placesOf(people);
  const heads = new Map<string, string | null>();
  const below = new Map<string, string[]>();
  for (const { code, parent } of departments) {
    if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), code]);
  }
  for (const department of [...departments].reverse()) {
    const lower = (below.get(department.code) ?? []).map((code) => heads.get(code) ?? null);
    heads.set(department.code, department.head ?? chosen(votesOf(department, lower, places)));
  }
  return departments.map((department) => ({ ...department, head: heads.get(department.code) ?? null }));
}
