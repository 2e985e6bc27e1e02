// npm run ballot-page [-- --check SHA256]: builds the ballot page from these sources and prints its hashes, or says whether one of
// them is the hash that a survey's manifest names. Writes nothing.
import { ballotDocuments } from './documents.ts';

const args = process.argv.slice(2);
const expected = args[0] === '--check' ? args[1] : undefined;

if (args.length > 0 && (args.length !== 2 || !expected || !/^[0-9a-f]{64}$/.test(expected))) {
  console.error('Usage: npm run ballot-page [-- --check SHA256]\nSHA256: 64 hexadecimal digits, as in the address of the ballot page after /ballot/');
  process.exit(2);
}

const documents = await ballotDocuments();
for (const { language, sha256 } of documents) console.log(`${sha256}  ${language}`);
if (expected) {
  const same = documents.find(({ sha256 }) => sha256 === expected);
  if (same) console.log(`the page with this hash is the one built from these sources (${same.language})`);
  else console.error(`none of these is ${expected}: the page was built from other sources, with other versions, or was altered`);
  process.exitCode = same ? 0 : 1;
}
