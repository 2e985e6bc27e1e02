// How the figures came about, as far as a reader needs it to judge them; the rules in full stand in the appendix.
import type { Section, Sentence } from './document.ts';
import type { ReportParts } from './report-parts.ts';
import { said, type Say } from './say.ts';
import { tableOf } from './table-of.ts';

export function methodSection(say: Say, parts: ReportParts, source: string): Section {
  const sections = [askingSection(say, parts, source), togetherSection(say, parts), doubtSection(say, parts), leftOutSection(say, parts)];
  return { id: 'method', heading: say('report.section.method'), blocks: [], sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

function askingSection(say: Say, { asked, results: { survey: { half } }, method: { counts, slips, atoms, minimumSupport } }: ReportParts, source: string): Section {
  const facts = ([['invited', counts.invited], ['papers', counts.papers], ['reissued', counts.reissued], ['slips', slips?.listed ?? null], ['given', slips?.given ?? null], ['ballots', counts.ballots], ['atoms', atoms], ['support', minimumSupport]] as const).filter(([, people]) => people !== null);
  const table = tableOf(say, { id: 'counts', columns: [['counted', 'text'], ['number', 'number']], rows: facts, cells: ([key, people]) => [say(`results.method.counts.${key}`), people], source });
  return { id: 'method-asking', heading: say('report.section.method-asking'), blocks: [...(asked ? [said(say, half ? 'report.method.half' : 'report.method.everybody')] : [said(say, 'report.method.from-file')]), table], sections: [] };
}

function togetherSection(say: Say, { method }: ReportParts): Section {
  const rule = said(say, 'results.method.who.text', { k: method.survey.k });
  const groups = method.together.map((group) => said(say, 'report.method.together', { group: say.group(group), n: group.answered }));
  const own = method.ownGroups.map((one) => said(say, 'results.method.who.own.item', one));
  return {
    id: 'method-together',
    heading: say('results.method.who'),
    blocks: [
      rule,
      ...(groups.length > 0 ? [{ kind: 'list' as const, sentences: groups }] : [said(say, 'results.method.who.none')]),
      ...(own.length > 0 ? [said(say, 'results.method.who.own'), { kind: 'list' as const, sentences: own }] : []),
    ],
    sections: [],
  };
}

function doubtSection(say: Say, { method: { counts } }: ReportParts): Section {
  const moved = counts.moved === null ? said(say, 'results.method.doubt.small') : said(say, 'results.method.doubt.moved', { share: say(`results.method.moved.${counts.moved}`) });
  return { id: 'method-doubt', heading: say('results.method.doubt'), blocks: [said(say, 'results.method.doubt.text'), moved], sections: [] };
}

/** Tables that were declared and are not shown, and what is missing in those that are. */
function leftOutSection(say: Say, { method: { cuts } }: ReportParts): Section {
  const dropped = cuts.flatMap(({ question, scope, why }): Sentence[] => {
    if (why === null) return [];
    const what = said(say, 'results.method.cuts.dropped', { question, scope: say.group(scope) });
    return [{ ...what, text: say('report.joined', { one: say('report.method.sentence', { words: what.text }), other: say(`results.method.why.${why}`) }) }];
  });
  const missing = cuts.flatMap(({ question, leftOut }) => (leftOut.length === 0 ? [] : [said(say, 'report.method.left-out', { question, questions: leftOut.join(' · ') })]));
  const sentences = [...dropped, ...missing];
  return { id: 'method-left-out', heading: say('report.section.method-left-out'), blocks: sentences.length === 0 ? [] : [{ kind: 'list', sentences }], sections: [] };
}
