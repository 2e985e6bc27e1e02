// A process that makes the keys of a survey and says each one; it is killed in the middle.
import { newKeys } from '#app/services/publication/make-keys.server.ts';

const [folder, survey, blocks] = process.argv.slice(2);
await newKeys({ dataFolder: folder!, survey: survey! }, Number(blocks), { progress: (done) => process.stdout.write(`${done}\n`) });
