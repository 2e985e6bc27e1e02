// What whoever is asked reads of who is asked, and what whoever is not: in the words of each language of the survey.
import type { Localized } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { askedIn, halfIn, type AudienceWords, type SealedAudience } from '#app/domain/surveys/asking/audience.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { SealingPlan } from './plan-sealing.server.ts';
import { namesText } from '#app/text/group-text.ts';
import { textOf, type Text } from '#app/text/text.ts';

interface Described extends Pick<Manifest, 'departments'> {
  readonly audience: SealedAudience | null | undefined;
  readonly blocks: readonly Pick<Manifest['blocks'][number], 'departments' | 'invited' | 'people'>[];
}

/** Of a survey that is not sealed: nobody is drawn yet. */
export const whoIsAsked = ({ departments, blocks, audience, half }: Pick<SealingPlan, 'departments' | 'blocks' | 'audience' | 'half'>): Described => ({ departments, blocks, audience: half ? { kind: 'half', seed: '' } : audience });

interface Said {
  readonly asked: string;
  readonly others: string;
}

/** A sentence that names more is read by nobody. */
const namedAtMost = 6;

function saying({ audience, ...described }: Described): ((text: Text) => Said) | null {
  const half = halfIn({ audience, ...described });
  if (half) return (text) => ({ asked: text('letter.audience.half', { ...half }), others: text('letter.audience.half.others') });
  const parts = askedIn({ audience, ...described });
  if (!parts) return null;
  return (text) => {
    const names = [...parts.names, ...parts.with].map((name) => ({ name, direct: false }));
    const values = { names: namesText(text, names, namedAtMost), invited: parts.invited, of: parts.of };
    return { asked: text('letter.audience.parts', values), others: text('letter.audience.parts.others', values) };
  };
}

/** Null where everybody is asked. */
export function audienceWords(described: Described, languages: readonly Tongue[]): AudienceWords | null {
  const say = saying(described);
  if (!say) return null;
  const said = [...new Set(['en', ...languages])].map((language) => [language, say(textOf(language))] as const);
  const each = (of: keyof Said) => Object.fromEntries(said.map(([language, words]) => [language, words[of]])) as unknown as Localized;
  return { asked: each('asked'), others: each('others') };
}

/** With what people read of it. */
export function spokenAudience(described: Described, languages: readonly Tongue[]): SealedAudience | undefined {
  const said = audienceWords(described, languages);
  return said && described.audience ? { ...described.audience, said } : undefined;
}
