// Whether a text repeats what somebody said word for word. From a group under the minimum nothing is quoted: whoever was there knows
// who said it, and whoever was not can ask.

const speech = /[«“”"„「『‘]\s*([^»”"“」』’]+)\s*[»”"“」』’]/gu;

/** A word or two between marks are a name for a thing, not speech. */
const longest = { words: 3, signs: 7 };

export function repeatsSpeech(text: string): boolean {
  return [...text.matchAll(speech)].some(([, inside = '']) => {
    const signs = inside.match(/\p{Script=Han}/gu)?.length ?? 0;
    return signs > longest.signs || inside.trim().split(/\s+/).length > longest.words;
  });
}
