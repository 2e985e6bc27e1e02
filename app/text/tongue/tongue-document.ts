// The ballot page in a tongue that came by a file: the page without words, and the words of the file in it, English where it has none.
import { tongueSentences } from './sentences.ts';
import { ballotSource } from './ballot-source.ts';
import type { TongueFile } from './po-file.ts';
import { ballotDocument, placeOfWords, type BallotDocument } from './ballot-document.ts';

export function tongueDocument({ tongue, said }: Pick<TongueFile, 'tongue' | 'said'>, { script, style }: { readonly script: string; readonly style: string }): BallotDocument {
  const english = new Map(tongueSentences().map((one) => [one.key, one.english]));
  const say = (key: string): string => said.get(key) ?? english.get(key) ?? key;
  const pieces = script.split(placeOfWords);
  if (pieces.length !== 2) throw new Error('the page has no one place for its words');
  const words = { language: tongue, pageTitle: say('ballot/pageTitle'), noScript: say('ballot/noScript'), languages: say('ballot/languages') };
  return ballotDocument(words, { script: pieces.join(ballotSource(tongue, say)), style });
}
