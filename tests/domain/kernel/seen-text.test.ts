import { expect, test } from 'vitest';
import { seenLine, seenText } from '#app/domain/kernel/seen-text.ts';

test('signs that turn round what follows them and those that nothing shows are taken away, and lines stay', () => {
  const turned = String.fromCharCode(0x202e, 0x2067, 0x2069, 0x202c, 0, 0x85, 0x1b);
  expect(seenText(` Pulse${turned}\r\n2026\t`)).toBe('Pulse\r\n2026');
  expect(seenLine(`Pulse${turned}\r\n 2026`)).toBe('Pulse 2026');
  // Marks of direction and joiners belong to words of some scripts.
  expect(seenText('سؤال\u200f، می\u200cشود')).toBe('سؤال\u200f، می\u200cشود');
});
