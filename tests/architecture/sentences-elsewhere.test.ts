// A sentence in a decision or in a use case is read in English by everybody, whatever their language: they give codes, and app/text has
// the words. What throws, logs or names a stored row speaks to whoever runs the program.
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourcesIn } from '#tests/support/sources.ts';

/** Words with spaces between, as a sentence has them; neither styles nor markup. */
const sentence = /^[^;<>=|]*\p{L}[\p{L}’'-]*(?:[,:]? \p{L}[\p{L}’'-]*){2,}[^;<>=|]*$/u;

/** Not for people in a language of their own. */
const places: readonly (readonly [RegExp, because: string])[] = [
  [/check-readiness\.server\.ts$|hold-installation\.server\.ts$|publication\/start-surveys\.server\.ts$|demo-service\.server\.ts$/, 'for whoever starts and watches the server'],
  [/http\/(openapi|machine-endpoints)\.server\.ts$/, 'for programs'],
  [/organisation\/column-names\.ts$|past-surveys\/(answer-text|labels)\.ts$|analysis\/words\/theme-lexicon\.ts$/, 'what is recognised, in any language'],
  [/fingerprint-words\.ts$/, 'the words of fingerprints, the same everywhere'],
  [/linker\/strategies\.ts$|access\/(form-key|machine-tokens)\.server\.ts$|publication\/tally\.server\.ts$|responses\/slip-secret\.server\.ts$/, 'names that nobody reads'],
  [/reports\/(printable-report|office\/office-report)\.server\.ts$|notifications\/letter-html\.ts$/, 'names of fonts'],
  [/domain\/kernel\/stored\.ts$|surveys\/stored-survey\.ts$/, 'of rows that are not what they were'],
  [/text\/tongue\/(ballot-messages|sentences)\.ts$/, 'what translators are given'],
];

const spokenAside = /(\blog\.(info|warn|error|fatal)|console\.\w+|\bstored\w*)$/;

/** Thrown, logged, or what a stored row is called. */
function isAside(node: ts.Node): boolean {
  for (let above: ts.Node | undefined = node; above; above = above.parent) {
    if (ts.isNewExpression(above) && above.expression.getText().endsWith('Error')) return true;
    if (ts.isCallExpression(above) && spokenAside.test(above.expression.getText())) return true;
    // The words of a union of types, queries, and what stands in a page, where another test looks.
    if (ts.isLiteralTypeNode(above) || ts.isTaggedTemplateExpression(above) || ts.isJsxAttribute(above)) return true;
  }
  return false;
}

function sentencesIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && sentence.test(node.text) && !isAside(node)) found.push(`${path}: ${node.text}`);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

describe('no sentence stands in a decision, a use case or a form: all are in app/text', () => {
  const sources = sourcesIn('app/domain', 'app/services', 'app/forms', 'app/http', 'app/routes', 'app/ui', 'app/text/tongue');

  test('none does', () => {
    const looked = sources.filter(({ path }) => !places.some(([place]) => place.test(path)));
    expect(looked.length).toBeGreaterThan(500);
    expect(looked.flatMap(({ path, text }) => sentencesIn(path, text))).toEqual([]);
  });

  test('each place that may have some has one', () => {
    const needless = places.filter(([place]) => !sources.some(({ path, text }) => place.test(path) && sentencesIn(path, text).length > 0));
    expect(needless).toEqual([]);
  });

  test.each(["problems.push('this file is too large');", 'return `{${name}} needs the form «other»`;', "const problem = { key, said: 'its braces do not fit' };"])('the rule would see %s', (text) => {
    expect(sentencesIn('app/services/new.server.ts', text)).toHaveLength(1);
  });
});
