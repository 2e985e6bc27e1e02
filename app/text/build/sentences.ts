// Every sentence of a language as it stands in its files: where it begins and ends, so that another may be written in its place.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Language } from '#app/domain/kernel/language.ts';

export interface Sentence {
  /** The key; of the ballot page, whose texts are no flat list, the way to it: `ballot/stops.survey.title`. */
  readonly key: string;
  readonly text: string;
  /** What stands above it in the file, for whoever translates. */
  readonly note: string;
  readonly file: string;
  /** From one, as editors count. */
  readonly line: number;
  /** The literal with its quotes: offsets into the file. */
  readonly from: number;
  readonly to: number;
}

const folder = 'app/text';

function filesOf(root: string, language: Language): string[] {
  const portal = readdirSync(join(root, folder, language), { recursive: true }).map((name) => join(folder, language, String(name)));
  return [...portal.filter((path) => path.endsWith('.ts') && !path.endsWith('index.ts')).sort(), join(folder, 'ballot', `${language}.ts`)];
}

function noteAbove(source: ts.SourceFile, node: ts.Node): string {
  const comments = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  return comments.map(({ pos, end }) => source.text.slice(pos, end).replace(/^(\/\/|\/\*\*?)\s*|\s*\*\/$/g, '')).join(' ');
}

function sentencesIn(root: string, file: string): Sentence[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const walk = (node: ts.Node, way: readonly string[]): void => {
    if (!ts.isObjectLiteralExpression(node)) return;
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) continue;
      const path = [...way, property.name.text];
      const { initializer: value } = property;
      if (ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value)) {
        const from = value.getStart(source);
        const line = source.getLineAndCharacterOfPosition(from).line + 1;
        found.push({ key: path.join('.'), text: value.text, note: noteAbove(source, property), file, line, from, to: value.getEnd() });
      } else walk(value, path);
    }
  };
  const begin = file.startsWith(join(folder, 'ballot')) ? ['ballot/'] : [];
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer) walk(ts.isAsExpression(initializer) || ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer, []);
    }
  }
  return found.map((sentence) => ({ ...sentence, key: begin.join('') + sentence.key }));
}

/** In the order of the files. `root`: the folder of the sources. */
export function sentencesOf(root: string, language: Language): Sentence[] {
  return filesOf(root, language).flatMap((file) => sentencesIn(root, file));
}

/** A literal that reads back as `text`, in the way the other sentences are written. */
export function literalOf(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}
