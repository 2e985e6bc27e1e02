// The sealed, immutable description of a survey. Its SHA-256 over canonical JSON is the survey's fingerprint; nothing in it
// can change once it is published, so that what an employee was promised is what happens.
import type { Department } from '../../organisation/department.ts';
import type { Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import type { SealedAudience } from '../asking/audience.ts';
import type { WordReaders } from '../own/own-words.ts';
import type { Question } from '../questions/question.ts';
import type { Routing } from '../asking/routing.ts';
import type { SealedProvider } from '../serving/service-survey.ts';
import type { SealedSlips } from '../slips/slips.ts';

/** A set of departments merged before collecting: the finest label any ballot carries. */
export interface Block {
  readonly id: string;
  /** Departments whose direct people the block holds. */
  readonly departments: readonly string[];
  /** The department at which the block stands as one leaf of the tree. */
  readonly place: string;
  /** People on the roll. */
  readonly invited: number;
  /** Everybody of it, where a random half is on the roll; absent where that is everybody. */
  readonly people?: number;
  /** SHA-256 (base64url) of salt and sorted names: a list shown to a member can be checked, the manifest alone tells no name. */
  readonly names: string;
  /** SHA-256 (base64url) of the RSA-2048 modulus, which comes with the paper; the exponent is 65537. The hash binds as the key does, at an eighth of its length. */
  readonly key: string;
}

export interface DeclaredCut {
  /** Id of a background question. */
  readonly question: string;
  /** `company` or the id of a division. */
  readonly scope: string;
  /** Items tabulated in it. */
  readonly items: readonly string[];
}

export interface Manifest {
  readonly murmur: 1;
  readonly survey: {
    readonly id: string;
    readonly title: Localized;
    readonly purpose: Localized;
    readonly opens: Day;
    /** The last day on which ballots are taken. */
    readonly closes: Day;
    /** Blocks and atoms stick within a programme; null begins anew. */
    readonly programme: string | null;
    /** Where its days begin and end, by its name in the time zone database; absent in what was sealed before this was promised. */
    readonly timeZone?: string;
    /** What people call that place. */
    readonly place?: Localized;
    /** Until when what it says clearly is answered; absent where nothing of that is promised. */
    readonly answersBy?: Day;
    /** Who will read results and own words, where that is not what every survey promises: a draft plan that is open for objections. */
    readonly readers?: Localized;
  };
  readonly k: number;
  readonly languages: readonly Tongue[];
  readonly questions: readonly Question[];
  /** Every department with its place in the tree, as frozen at sealing. */
  readonly departments: readonly Department[];
  readonly blocks: readonly Block[];
  /** Who is asked, where that is not everybody: the blocks are then those of the people asked. */
  readonly audience?: SealedAudience;
  /** HPKE public key of the box (P-256, uncompressed), base64url. */
  readonly box: string;
  /** Who reads own words; absent in what was sealed before heads could be named: HR alone, and no words are counted. */
  readonly wordsFor?: WordReaders;
  readonly cuts: readonly DeclaredCut[];
  /** What is asked of some only, as HR chose it; absent where nothing is. */
  readonly routing?: readonly Routing[];
  /** Of a service survey: its providers and whom they serve; absent in every other one. */
  readonly service?: { readonly providers: readonly SealedProvider[] };
  /** Where people can be sent no link, or would rather come with a slip; absent where there are none. */
  readonly slips?: SealedSlips;
  /** SHA-256 (hex) of what it says in each language, where that is apart from it; absent where its texts stand in it. */
  readonly words?: Readonly<Record<Tongue, string>>;
  /** SHA-256 (hex) of the ballot page's bytes, by language. */
  readonly pages: { readonly en: string } & Readonly<Record<Tongue, string>>;
}
