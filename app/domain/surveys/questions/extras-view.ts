// What HR is shown of a pulse's extras: in words and numbers, never which departments they are about.
import type { Localized } from '../../kernel/language.ts';
import { blocksOf, type Extra, type ExtraKind, type Rationed, type WhyLater } from './extras.ts';
import type { Block } from '../sealed/manifest.ts';

/** What joins the pulse by itself; `people`: of how many it is asked, null for everybody. */
export interface ExtrasView {
  readonly taken: readonly { readonly kind: ExtraKind; readonly texts: readonly Localized[]; readonly people: number | null }[];
  readonly later: readonly { readonly kind: ExtraKind; readonly texts: readonly Localized[]; readonly because: WhyLater }[];
}

export function extrasView({ taken, later }: Rationed, blocks: readonly Pick<Block, 'departments' | 'invited'>[]): ExtrasView {
  const textsOf = ({ questions }: Pick<Extra, 'questions'>) => questions.flatMap((question) => (question.kind === 'pair' ? [question.expected, question.experienced] : [question.text]));
  return {
    taken: taken.map((extra) => ({ kind: extra.kind, texts: textsOf(extra), people: extra.of && blocksOf(extra, blocks).reduce((sum, block) => sum + blocks[block]!.invited, 0) })),
    later: later.map((extra) => ({ kind: extra.kind, texts: textsOf(extra), because: extra.because })),
  };
}
