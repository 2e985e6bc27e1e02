// What this machine cannot test is said where it is noticed, and once more beside the result: nobody takes it for tested.
import { appendFileSync, mkdirSync } from 'node:fs';

export function leaveOut(what: string): void {
  process.stderr.write(`left out: ${what}\n`);
  mkdirSync('tests/results', { recursive: true });
  appendFileSync('tests/results/left-out.txt', `${what}\n`);
}
