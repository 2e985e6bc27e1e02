// What a company needs before surveys run by themselves, as a list of what is there and what is missing. Of people it knows how many.

export type SetUpCode = 'people' | 'heads' | 'hr' | 'second' | 'zone' | 'address' | 'mail' | 'letters' | 'contact';

export interface SetUpItem {
  readonly code: SetUpCode;
  readonly done: boolean;
  /** How many: people, departments without a head, letters that did not leave. */
  readonly many: number;
  /** Path where it is done; null where it is a setting of the server. */
  readonly to: string | null;
}

export interface SetUpFacts {
  readonly people: number;
  /** Open departments that nobody leads, and all. */
  readonly headless: number;
  readonly departments: number;
  /** Ids of those who hold a role. */
  readonly hr: readonly string[];
  readonly administrators: readonly string[];
  readonly zone: boolean;
  readonly address: boolean;
  readonly mail: boolean;
  /** Letters that were given up. */
  readonly givenUp: number;
  readonly contact: boolean;
}

/** Fewer people than this are the ones who set it up, not a company. */
const aCompany = 8;

/** What is missing first, each in the order in which it is set up. Two persons with rights release what one of them changed. */
export function setUpList(facts: SetUpFacts): SetUpItem[] {
  const rights = new Set([...facts.hr, ...facts.administrators]).size;
  const items: SetUpItem[] = [
    { code: 'people', done: facts.people >= aCompany, many: facts.people, to: '/people' },
    ...(facts.departments > 0 ? [{ code: 'heads' as const, done: facts.headless === 0, many: facts.headless, to: '/people/departments' }] : []),
    { code: 'hr', done: facts.hr.length > 0, many: facts.hr.length, to: '/people' },
    { code: 'second', done: rights > 1, many: rights, to: '/people' },
    { code: 'zone', done: facts.zone, many: 0, to: '/privacy/settings' },
    { code: 'address', done: facts.address, many: 0, to: null },
    { code: 'mail', done: facts.mail, many: 0, to: null },
    { code: 'letters', done: facts.givenUp === 0, many: facts.givenUp, to: '/people/letters' },
    { code: 'contact', done: facts.contact, many: 0, to: null },
  ];
  return [...items.filter(({ done }) => !done), ...items.filter(({ done }) => done)];
}
