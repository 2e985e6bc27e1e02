// A portal that dies at one step, as by a power cut: doomed.ts in a process of its own.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

export const doomed = resolve('tests/support/doomed.ts');

/** Runs until the portal kills itself at the step; gives what it had acknowledged. */
export function killedAt(step: string, folder: string, ...action: string[]): string[] {
  try {
    execFileSync(process.execPath, ['--import', 'tsx', doomed, folder, step, ...action], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { signal, stdout, stderr } = error as { signal: string | null; stdout: string; stderr: string };
    if (signal === 'SIGKILL') return stdout.split('\n').filter((line) => line !== '');
    throw new Error(`ended otherwise: ${stderr}`);
  }
  throw new Error(`never came to ${step}`);
}
