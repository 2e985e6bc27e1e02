// A mail server that takes everything and keeps nothing: as much of SMTP as a client that is well behaved needs.
import { createServer } from 'node:net';
import { parentPort } from 'node:worker_threads';

const server = createServer((socket) => {
  let [text, inLetter] = ['', false];
  const say = (line) => socket.write(`${line}\r\n`);
  const read = (line) => {
    if (/^EHLO/i.test(line)) return say('250 sink');
    if (/^DATA/i.test(line)) return (inLetter = true), say('354 go on');
    return say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
  };
  socket.on('error', () => undefined);
  socket.on('data', (part) => {
    text += part.toString('latin1');
    for (;;) {
      const end = text.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const piece = text.slice(0, end);
      text = text.slice(end + (inLetter ? 5 : 2));
      if (inLetter) {
        inLetter = false;
        say('250 taken');
      } else read(piece);
    }
  });
  say('220 sink');
});

server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address().port));
