// Every sentence of the ballot page. The page carries one language only and no library, so its sentences are functions.
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { Stop } from '#app/domain/responses/ballot-stop.ts';

export interface Explanation {
  readonly title: string;
  readonly text: string;
}

export interface BallotText {
  readonly language: Tongue;
  /** The fingerprint's 256 words. */
  readonly words: readonly string[];
  readonly pageTitle: string;
  readonly noScript: string;
  readonly languages: string;
  readonly loading: string;
  /** A block's departments: the place it stands at and those counted with it. */
  readonly together: (names: readonly string[]) => string;
  readonly stops: Readonly<Record<Stop, Explanation>>;
  readonly stopped: {
    readonly signIn: string;
    readonly again: string;
    readonly answersKept: string;
    readonly answersHere: (count: number) => string;
    readonly takeReplacement: string;
    readonly removeOther: string;
  };
  readonly promise: {
    readonly facts: (questions: number, seconds: number, closes: string) => string;
    /** The last day with the hour and the place of its end. */
    readonly end: (day: string, place: string) => string;
    readonly heading: string;
    readonly untraceable: string;
    /** Where somebody comes with a slip. */
    readonly bySlip: string;
    readonly countedIn: string;
    readonly block: (name: string, people: number) => string;
    readonly groups: (k: number) => string;
    /** Only where there are boxes for own words. */
    readonly ownWords: (fewest: number, heads: boolean) => string;
    readonly results: (day: string) => string;
    /** The day that was sealed with a core pulse. */
    readonly answers: (day: string) => string;
    readonly who: (people: number) => string;
    readonly whoChecked: string;
    readonly limitsHeading: string;
    readonly limits: string;
    readonly fingerprintHeading: string;
    readonly fingerprint: string;
    readonly kiosk: string;
    readonly nothingKept: string;
    readonly resumed: string;
    /** After a «Send» of which no reply came. */
    readonly unsent: string;
    readonly start: string;
    readonly resume: string;
    readonly startList: string;
  };
  readonly question: {
    readonly position: (number: number, total: number) => string;
    readonly left: (seconds: number) => string;
    readonly next: string;
    readonly back: string;
    readonly toReview: string;
    readonly asList: string;
    readonly oneByOne: string;
    readonly keys: (last: number) => string;
    /** Where the choices have no order and so carry no numbers. */
    readonly keysByPlace: (last: number) => string;
    readonly apart: string;
    readonly notSaid: string;
    readonly none: string;
    readonly chosen: (count: number, most: number) => string;
    readonly why: string;
    readonly reasons: string;
    readonly words: string;
    /** Stands at every box for own words; `fewest`: people who answered in the smallest group whose texts are shown; `heads`: whether HR may pass them on. */
    readonly whoReads: (fewest: number, heads: boolean) => string;
    /** Before what in a text may name somebody. */
    readonly names: string;
    readonly room: (left: number) => string;
    readonly background: string;
  };
  readonly review: {
    readonly title: string;
    readonly lead: string;
    readonly leadAgain: string;
    readonly readByHr: string;
    readonly noAnswer: string;
    readonly change: (question: string) => string;
    readonly changeShort: string;
    readonly notInIt: string;
    readonly bytes: string;
    readonly bytesText: (record: number, body: number) => string;
    readonly asWritten: string;
    readonly asBytes: string;
    readonly padding: (zeros: number) => string;
    readonly paperTaking: string;
    readonly paperReady: string;
    readonly send: string;
    readonly sending: string;
    readonly tooLong: (over: number) => string;
    readonly tryPaper: string;
    readonly trySend: string;
    readonly clear: string;
  };
  readonly unsent: {
    readonly title: string;
    readonly lead: string;
    readonly send: string;
    readonly keep: string;
    readonly unsureTitle: string;
    readonly unsureLead: string;
    readonly unsureSend: string;
    readonly unsureKeep: string;
    readonly late: string;
  };
  readonly sent: {
    readonly title: string;
    readonly lead: string;
    readonly receipt: string;
    readonly receiptText: string;
    readonly replaced: (before: string) => string;
    readonly whole: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly save: string;
    readonly fileName: string;
    readonly file: (survey: string, receipt: string, closes: string) => string;
    readonly next: string;
    readonly results: (day: string) => string;
    readonly change: string;
    readonly changeText: (day: string) => string;
    readonly clear: string;
    readonly clearText: string;
    readonly clearedText: string;
    readonly kioskEnd: string;
    readonly portal: string;
  };
  readonly proof: {
    readonly heading: string;
    readonly lead: string;
    readonly asked: string;
    readonly dropped: string;
    readonly rows: readonly [string, string, string];
    readonly session: string;
    readonly nothing: string;
    readonly blinded: (start: string) => string;
    readonly sealed: (bytes: number, start: string) => string;
    readonly roll: string;
    readonly box: string;
    readonly fits: string;
    readonly fitsText: string;
    readonly fitsButton: string;
    readonly fitsRow: (entry: number, own: boolean) => string;
    readonly fitsResult: (count: number) => string;
  };
  /** A shared device that nobody touches. */
  readonly idle: string;
  readonly counted: {
    readonly yes: string;
    readonly yesText: (ballots: number) => string;
    readonly no: string;
    readonly noText: (ballots: number) => string;
  };
}
