// The words of a survey apart from its description: together again they are what was sealed, and nothing else is taken for it.
import { describe, expect, test } from 'vitest';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import { hashOfSealed, isSealedAs, manifestIn, manifestOf, sealedIn, sealedText } from '#app/domain/publication/tally/manifest-text.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { takenApart } from '#app/domain/surveys/sealed/said-apart.ts';
import { fetchManifest } from '#app/ballot/manifest.ts';
import { everyKind, sealedSurvey } from '#tests/support/ballot-survey.ts';

const { manifest, text, hash } = await sealedSurvey({ questions: everyKind });

/** A server that sends this. */
const sending = (body: string) => async () => new Response(body);

describe('a description with its words apart', () => {
  test('is the survey that was sealed, word for word, under the hash of its first line', () => {
    const { words, ...whole } = manifestIn(text, hash);
    expect(whole).toEqual(manifest);
    expect(Object.keys(words!)).toEqual(['en', 'zh-Hans', 'zh-Hant']);
    expect(hash).toBe(hashOfText(text.split('\n')[0]!));
    expect(hashOfSealed(text)).toBe(hash);
    expect(text.split('\n')[0]).not.toContain('Where do you work');
    // In one language nothing is taken apart, and what was sealed in one piece is read as it was.
    const one = sealedText({ ...manifest, languages: ['en'] });
    expect(one.text).toBe(canonical({ ...manifest, languages: ['en'] }));
    expect(manifestIn(canonical(manifest), hashOfText(canonical(manifest)))).toEqual(manifest);
  });

  test('is read in one language by whoever asks for it in one, and in English where a text has no other', async () => {
    const got = await fetchManifest(sending(sealedIn(text, 'zh-Hant')!) as never, hash, 'zh-Hant');
    if (!got.ok) throw new Error(got.because);
    expect(got.value.survey.title).toEqual({ 'zh-Hant': '秋季脈動調查' });
    expect(got.value.questions.map(({ id }) => id)).toEqual(everyKind.map(({ id }) => id));
    expect(sealedIn(text, 'zh-Hant')).not.toContain('Autumn pulse');
    const german = sealedText({ ...manifest, languages: ['en', 'de'] });
    expect(sealedIn(german.text, 'de')!.split('\n')[1]).toBe(sealedIn(german.text, 'en')!.split('\n')[1]);
    for (const language of ['de', '', 'constructor', '__proto__']) expect(sealedIn(text, language), language).toBeNull();
  });

  test('with another word in it is altered, for the portal and for the page', async () => {
    for (const changed of [text.replace('Where do you work?', 'Who are you?'), text.split('\n').slice(0, -1).join('\n'), text.split('\n')[0]!]) expect(() => manifestIn(changed, hash), changed.slice(-20)).toThrow('not the one that was sealed');
    const sent = sealedIn(text, 'en')!;
    for (const changed of [sent.replace('Where do you work?', 'Who are you?'), sent.split('\n')[0]!, sealedIn(text, 'zh-Hans')!, sent.replace('"k":5', '"k":1')]) {
      expect(await fetchManifest(sending(changed) as never, hash, 'en'), changed.slice(-20)).toMatchObject({ because: 'altered' });
    }
  });

  test('is looked at byte for byte by who checks what lies in the database', () => {
    expect(isSealedAs(text, hash)).toBe(true);
    const spaced = text.replace('"k":', '"k": ');
    for (const [changed, named] of [[`${text}\n"more"`, hash], [text.replace('Where do you work?', 'Who are you?'), hash], [spaced, hashOfSealed(spaced)], ['{}', hashOfSealed('{}')]] as const) expect(isSealedAs(changed, named), changed.slice(-20)).toBe(false);
    const alone = sealedText({ ...manifest, languages: ['en'] });
    expect(isSealedAs(alone.text, alone.hash)).toBe(true);
  });

  test('takes no empty place for words', () => {
    expect(() => takenApart({ ...manifest, survey: { ...manifest.survey, place: {} as never } }, ['en'])).toThrow('empty place');
    expect(() => manifestOf('{"murmur":1}')).toThrow('no description');
  });

  test('keeps hashes of pages where they are: they only look like words', () => {
    expect((JSON.parse(text.split('\n')[0]!) as Manifest).pages).toEqual(manifest.pages);
  });
});
