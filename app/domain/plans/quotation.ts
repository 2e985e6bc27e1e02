// A plan never repeats a comment: somebody might recognise the writer by the words. Themes and paraphrase are welcome.

/** Letters and signs in a row that are no longer chance; a Chinese sign says as much as a short word. */
const longest = { words: 24, signs: 10 };

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}]+/gu, ' ').trim();

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

function share(text: string, comment: string): boolean {
  const length = isChinese(comment) ? longest.signs : longest.words;
  if (comment.length < length) return comment.length >= length / 2 && text.includes(comment);
  for (let at = 0; at + length <= comment.length; at += 1) if (text.includes(comment.slice(at, at + length))) return true;
  return false;
}

/** True when a text repeats a run of words of a published comment. */
export function quotes(text: string, comments: readonly string[]): boolean {
  const said = folded(text);
  return said !== '' && comments.some((comment) => share(said, folded(comment)));
}
