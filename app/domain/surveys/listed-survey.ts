// A survey in the list of those who compose them, and the groups its people are counted in.
import type { AskedInShort } from './asking/audience.ts';
import type { Participation } from './participation/participation.ts';
import type { Phase } from './phase.ts';
import type { Survey } from './survey.ts';

export interface ListedSurvey {
  readonly survey: Pick<Survey, 'id' | 'title' | 'opens' | 'closes'>;
  readonly phase: Phase;
  /** Of the company, rounded down; null where nothing may be said. */
  readonly participation: Pick<Participation, 'company' | 'step'> | null;
  readonly published: boolean;
  /** The way to what was published. */
  readonly results: string;
  /** Null where everybody is asked. */
  readonly asked: AskedInShort | null;
}

export interface CountedBlock {
  /** The department it is called by, and those counted with it. */
  readonly names: readonly string[];
  readonly invited: number;
}
