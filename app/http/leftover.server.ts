// After an answer the rest of a body is of no use to anybody. A little of it is swallowed, so that a browser that is still sending
// gets to read the answer; then the line is cut, or a stranger would send for hours what nobody reads.
import type { IncomingMessage, ServerResponse } from 'node:http';

const mostBytes = 262_144;
const mostMilliseconds = 2_000;

export function cutLeftover(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete || request.destroyed) return;
    let swallowed = 0;
    const cut = () => request.socket.destroy();
    const patience = setTimeout(cut, mostMilliseconds);
    request.on('data', (part: Buffer) => {
      swallowed += part.length;
      if (swallowed > mostBytes) cut();
    });
    for (const event of ['end', 'close']) request.once(event, () => clearTimeout(patience));
    request.resume();
  });
}
