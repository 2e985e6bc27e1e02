// On which line of a file of sentences a translation begins: whoever mends it looks there. The reader of such files gives no lines.

/** The text between the first and the last quote of a line. */
const quoted = (line: string): string => /"(.*)"\s*$/.exec(line)?.[1] ?? '';

/** By key, from 1. Of a key that stands there twice the last one counts, as it does where the file is read. */
export function poLines(source: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let [key, part] = ['', ''];
  source.split(/\r\n|\r|\n/).forEach((line, at) => {
    const word = /^\s*(msgctxt|msgid|msgstr)\b/.exec(line)?.[1];
    if (word === 'msgctxt') key = quoted(line);
    // A long key may go on in the lines below.
    else if (word === undefined && part === 'msgctxt' && /^\s*"/.test(line)) key += quoted(line);
    else if (word === 'msgstr' && key !== '') found.set(key, at + 1);
    if (word === 'msgstr') key = '';
    part = word ?? (/^\s*"/.test(line) ? part : '');
  });
  return found;
}
