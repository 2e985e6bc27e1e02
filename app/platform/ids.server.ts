// Ids are drawn in handfuls: asked one by one, the system takes a third of a second for those of a hundred thousand people.
import { randomFillSync } from 'node:crypto';

const bytes = 16;
const handful = 256;

/** Each id is 128 random bits in base64url. Not for secrets: the next ones lie in memory already. */
export function idMaker(): () => string {
  const drawn = Buffer.alloc(bytes * handful);
  let at = drawn.length;
  return () => {
    if (at === drawn.length) {
      randomFillSync(drawn);
      at = 0;
    }
    at += bytes;
    return drawn.toString('base64url', at - bytes, at);
  };
}
