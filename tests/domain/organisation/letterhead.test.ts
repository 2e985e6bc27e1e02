import { describe, expect, test } from 'vitest';
import { colourOf, contrastWithWhite } from '#app/domain/organisation/letterhead.ts';
import { pictureHead } from '#app/domain/organisation/picture-head.ts';

describe('the colour of papers', () => {
  test.each([
    ['#1F5F8B', '#1f5f8b'],
    [' 1f5f8b ', '#1f5f8b'],
    ['#036', '#003366'],
    ['＃036', '#003366'],
    ['', null],
  ])('%s is %s', (typed, colour) => expect(colourOf(typed)).toEqual({ ok: true, value: colour }));

  test.each(['blue', '#12345', '#1234567', 'rgb(1,2,3)', '#00000g', '"/><script>'])('%s is none', (typed) => expect(colourOf(typed)).toMatchObject({ ok: false, because: 'colour-form' }));

  test('is dark enough to be read on white, and a darker shade is named where it is not', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5);
    expect(contrastWithWhite('#ffffff')).toBe(1);
    // WCAG's own border: #767676 has 4.54 to 1, #777777 4.48.
    expect(colourOf('#767676')).toMatchObject({ ok: true });
    expect(colourOf('#777777')).toMatchObject({ ok: false, because: 'colour-pale', details: { colour: '#777777', ratio: '4.5', least: '4.5', darker: '#757575' } });
    const yellow = colourOf('#FFCC00');
    expect(yellow).toMatchObject({ ok: false, because: 'colour-pale' });
    if (yellow.ok) throw new Error('yellow is pale');
    expect(colourOf(String(yellow.details['darker']))).toMatchObject({ ok: true });
  });
});

const big = (value: number, bytes: number): number[] => Array.from({ length: bytes }, (_, at) => (value >> (8 * (bytes - 1 - at))) & 255);
const png = (width: number, height: number) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...big(width, 4), ...big(height, 4), 8, 6, 0, 0, 0, 0, 0, 0, 0]);
/** A segment of another kind comes before the frame. */
const jpeg = (width: number, height: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, ...big(height, 2), ...big(width, 2), 3, 0, 0, 0]);

describe('a picture is what its bytes say', () => {
  test.each([
    ['a PNG', png(300, 120), { kind: 'png', width: 300, height: 120 }],
    ['a JPEG', jpeg(640, 480), { kind: 'jpeg', width: 640, height: 480 }],
  ])('%s', (_, file, head) => expect(pictureHead(file)).toEqual({ ok: true, value: head }));

  test.each([
    ['nothing', new Uint8Array(0)],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a GIF', new TextEncoder().encode('GIF89a....')],
    ['half a PNG', png(300, 120).slice(0, 20)],
    ['a JPEG of two sizes', Uint8Array.from([...jpeg(64, 64), ...jpeg(60_000, 60_000).slice(8)])],
    ['a JPEG with a mark after which another reader counts on from elsewhere', Uint8Array.from([0xff, 0xd8, 0xff, 0xd0, 0, 19, ...jpeg(60_000, 60_000).slice(8), ...Array.from({ length: 4 }, () => 0), ...jpeg(64, 64).slice(8)])],
    ['a JPEG without a frame', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9])],
  ])('%s is none', (_, file) => expect(pictureHead(file)).toMatchObject({ ok: false, because: 'logo-kind' }));

  test.each([['as wide as a house', png(30_000, 16)], ['as tall as one', jpeg(16, 60_000)], ['of one dot', png(1, 1)]])('%s is not unpacked', (_, file) => expect(pictureHead(file)).toMatchObject({ ok: false, because: 'logo-side' }));
});
