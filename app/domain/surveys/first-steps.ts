// The first day of whoever brings Murmur into a company: five steps, each a place to go to, the first open one marked.

export const stepNames = ['people', 'survey', 'preview', 'schedule', 'invite'] as const;

export interface FirstStep {
  readonly name: (typeof stepNames)[number];
  readonly state: 'done' | 'now' | 'later';
  /** Path where the step is taken. */
  readonly to: string;
}

export interface Beginning {
  readonly people: number;
  /** Ids of the latest draft and of the latest survey that was sealed. */
  readonly draft: string | null;
  readonly sealed: string | null;
  readonly invited: boolean;
}

/** Fewer people than this are the ones who set it up, not a company. */
const aCompany = 8;

export function firstSteps({ people, draft, sealed, invited }: Beginning): readonly FirstStep[] {
  const survey = sealed ?? draft;
  const done = [people >= aCompany, survey !== null, sealed !== null, sealed !== null, invited];
  const at = done.indexOf(false);
  const here = survey === null ? '/surveys/new' : `/surveys/${survey}`;
  const places = ['/people', survey === null ? '/surveys/new' : '/surveys', here, sealed === null && draft !== null ? `/surveys/${draft}/seal` : here, here];
  return stepNames.map((name, index) => ({ name, state: done[index] ? 'done' : index === at ? 'now' : 'later', to: places[index] as string }));
}
