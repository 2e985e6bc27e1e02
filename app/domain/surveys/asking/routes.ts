// Which blocks a question is asked of. Everybody may read the manifest, and nobody may read there which departments have something to mend:
// a route is one character for each block, which only somebody who knows the block's salt can tell from a random one. The salt comes, like
// the names, to signed-in members of the block, and the sealed hash of the names binds it: a server cannot ask one member and not the next.
import type { Chance } from '../../kernel/chance.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What is hashed (SHA-256, base64url) for a block and a question. A salt holds no line break, so no list of names gives this text. */
export const routeText = (salt: string, questionId: string): string => `route\n${salt}\n${questionId}`;

/** Whether a block is asked; `hash`: of its salt and the question. */
export const isRouted = (routes: string, block: number, hash: string): boolean => routes[block] === hash[0];

/**
 * The routes of a question: the first character of the block's hash where it is asked, any other one where it is not. Without the salt
 * each of the 64 is equally likely in both cases, so nothing is left to guess from, not even how many blocks are asked.
 */
export function routesOf(asked: ReadonlySet<number>, hashes: readonly string[], chance: Chance): string {
  return hashes
    .map((hash, block) => {
      const own = hash[0] as string;
      const others = alphabet.replace(own, '');
      return asked.has(block) ? own : others[chance(others.length)];
    })
    .join('');
}
