// What is promised to everybody alike, put together at sealing from the draft, the tree of that day, the blocks and the new keys.
import type { Department } from '../../organisation/department.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import { answersDue } from '../../kernel/answers-due.ts';
import { isCorePulse } from '../questions/core-pulse.ts';
import type { SealedAudience } from '../asking/audience.ts';
import type { Block, Manifest } from './manifest.ts';
import { withRouting } from '../asking/routing.ts';
import { withOffers } from '../serving/service-offers.ts';
import type { SealedSlips } from '../slips/slips.ts';
import type { Survey } from '../survey.ts';

export interface SealedParts {
  readonly departments: readonly Department[];
  /** In the order of their numbers; ids are given here. */
  readonly blocks: readonly Omit<Block, 'id'>[];
  /** HPKE public key, base64url. */
  readonly box: string;
  readonly pages: { readonly en: string } & Readonly<Record<Tongue, string>>;
  readonly timeZone: string;
  /** What people call the place of the time zone. */
  readonly place: Localized;
  readonly slips?: SealedSlips | undefined;
  readonly audience?: SealedAudience | undefined;
}

export function sealedManifest(survey: Survey, { departments, blocks, box, pages, timeZone, place, slips, audience }: SealedParts): Manifest {
  const { id, title, purpose, opens, closes, programme, definition } = survey;
  return {
    murmur: 1,
    survey: { id, title, purpose, opens, closes, programme, timeZone, place, ...(isCorePulse(survey) && { answersBy: answersDue(closes) }), ...readersOf(definition) },
    k: definition.k,
    languages: definition.languages,
    questions: definition.service ? withOffers(definition.questions, { providers: definition.service.providers, departments, blocks }) : withRouting(definition.questions, definition.routing ?? [], { departments, blocks }),
    departments: departments.map((one) => ({ id: one.id, parentId: one.parentId, name: one.name })),
    blocks: blocks.map((block, index) => ({ id: `b${index + 1}`, ...block })),
    ...(audience && { audience }),
    box,
    wordsFor: definition.wordsFor ?? 'hr',
    cuts: definition.cuts,
    ...(definition.routing && { routing: definition.routing }),
    ...(definition.service && { service: { providers: definition.service.providers } }),
    ...(slips && { slips }),
    pages,
  };
}

/** Who reads what comes of it, where that is not what every survey promises. */
function readersOf({ consulting, service }: Survey['definition']): Pick<Manifest['survey'], 'readers'> {
  const own = consulting ?? service;
  return own ? { readers: own.readers } : {};
}

/** What is hashed for a block: salt and sorted names, one per line. The salt keeps the manifest from telling who is in a block. */
export function namesText(salt: string, names: readonly string[]): string {
  return `${salt}\n${names.join('\n')}`;
}

/** By code point, the same in every language and on every machine. */
export function sortedNames(names: readonly string[]): string[] {
  return [...names].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}
