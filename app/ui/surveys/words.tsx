/** The six words of a survey, each on its own so that they can be compared one by one. */
export function Words({ words, lang, other = false }: { words: readonly string[]; lang: string; other?: boolean }) {
  return (
    <ol className={other ? 'words other' : 'words'} lang={lang}>
      {words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
