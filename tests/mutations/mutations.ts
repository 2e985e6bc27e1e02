// Each of these takes away one protection. It must occur word for word once in the source, so that it cannot fall silent, and the
// test named beside it must turn red. They exist in tests only: the product is built from the sources as they are.

export interface Mutation {
  /** The protection that is taken away. */
  readonly id: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly test: { readonly file: string; readonly name: string };
}

export const mutations: readonly Mutation[] = [
  {
    id: 'the ballot is sent without credentials',
    file: 'app/ballot/drop.ts',
    from: "credentials: 'omit', referrerPolicy",
    to: "credentials: 'same-origin', referrerPolicy",
    test: { file: 'tests/routes/ballot-endpoints.test.ts', name: "the whole way of a ballot, from the manifest to «counted», in the page's own code" },
  },
  {
    id: 'requests with an identity are refused',
    file: 'app/http/identity.server.ts',
    from: 'return true;',
    to: 'return false;',
    test: { file: 'tests/routes/ballot-endpoints.test.ts', name: 'a ballot with the header Cookie is refused and not stored' },
  },
  {
    id: 'answers are padded to one size',
    file: 'app/domain/responses/answer-record.ts',
    from: 'const padded = new Uint8Array(plainBytes);',
    to: 'const padded = new Uint8Array(bytes.length + 2);',
    test: { file: 'tests/ui/ballot-size.test.ts', name: 'sealed answers fill the whole ballot, so that no end of it shows how much was said' },
  },
  {
    id: 'the box is full of slots from the start',
    file: 'db/boxes/slots.ts',
    from: 'const slotsPerPerson = 2;',
    to: 'const slotsPerPerson = 1;',
    test: { file: 'tests/services/sealing.test.ts', name: 'the box has two slots of noise for each invited person, in the prescribed form' },
  },
  {
    id: 'a ballot takes a random place',
    file: 'app/services/answering/used-slots.server.ts',
    from: 'const number = chance(isUsed.length);',
    to: 'const number = isUsed.indexOf(0);',
    test: { file: 'tests/services/linker.test.ts', name: 'nobody with box, roll, access log and order of issuance links more ballots than by guessing' },
  },
  {
    id: 'a rollback journal instead of a write-ahead log',
    file: 'db/boxes/connection.ts',
    from: "db.pragma('journal_mode = DELETE');",
    to: "db.pragma('journal_mode = WAL');",
    test: { file: 'tests/services/box-files.test.ts', name: 'while ballots come nothing that keeps their order lies in or beside the box' },
  },
  {
    id: 'replaced ballots are overwritten',
    file: 'db/boxes/connection.ts',
    from: "db.pragma('secure_delete = ON');",
    to: "db.pragma('secure_delete = OFF');",
    test: { file: 'tests/services/box-files.test.ts', name: 'every connection overwrites what it deletes and waits for the disk' },
  },
  {
    id: 'what is acknowledged is on the disk',
    file: 'db/boxes/connection.ts',
    from: "db.pragma('synchronous = EXTRA');",
    to: "db.pragma('synchronous = OFF');",
    test: { file: 'tests/services/box-files.test.ts', name: 'every connection overwrites what it deletes and waits for the disk' },
  },
  {
    id: 'the release is read back before anything is destroyed',
    file: 'app/services/publishing/closing.server.ts',
    from: '  await readBack(app, release.value);\n',
    to: '',
    test: { file: 'tests/services/closing.test.ts', name: 'a release file that reads back differently keeps the ballots from being destroyed' },
  },
  {
    id: 'box, roll and keys are destroyed at closing',
    file: 'app/services/publishing/closing.server.ts',
    from: '  await destroyBox(dataFolder, id, (step) => app.checkpoint?.(`close:${step}`));\n',
    to: '',
    test: { file: 'tests/services/closing.test.ts', name: 'no answer, comment, name or serial of a ballot is in any file of the data folder after closing' },
  },
  {
    id: 'keys are readable by one user only',
    file: 'db/boxes/durable.ts',
    from: "openSync(unfinished, 'w', 0o600)",
    to: "openSync(unfinished, 'w', 0o644)",
    test: { file: 'tests/services/closing.test.ts', name: "keys, roll and box can be read by the program's own user only" },
  },
  {
    id: 'the page uses no paper that does not verify',
    file: 'app/ballot/paper.ts',
    from: "  } catch {\n    return refused('signature');\n  }",
    to: '  } catch {\n    return done({ serial: draw.serial, signature: blindSignature });\n  }',
    test: { file: 'tests/ui/ballot-paper.test.ts', name: 'a server that signs with another key is refused' },
  },
  {
    id: 'the page accepts only block keys of full size',
    file: 'app/ballot/paper.ts',
    from: 'if (!modulus || modulus.length !== signatureBytes || (modulus[0] as number) < 128) return null;',
    to: 'if (!modulus) return null;',
    test: { file: 'tests/ui/ballot-paper.test.ts', name: 'a block key that is not of 2048 bits exactly is refused' },
  },
  {
    id: 'the page compares the manifest with its link',
    file: 'app/ballot/manifest.ts',
    from: "    if ((await sha256(bytes)) !== hash) return refused('altered');\n",
    to: '',
    test: { file: 'tests/ui/ballot-vote.test.ts', name: 'nobody votes without a session, under another hash or with a key of the server’s own' },
  },
  {
    id: 'the page compares the key it is offered with the sealed one',
    file: 'app/ballot/issuance.ts',
    from: "    if ((await keyHash(body.key)) !== block.key) return refused('key');\n",
    to: '',
    test: { file: 'tests/ui/ballot-names.test.ts', name: 'a key that is not the sealed one of the block is refused before anything is blinded' },
  },
  {
    id: 'the page compares the names of the group with the sealed ones',
    file: 'app/ballot/issuance.ts',
    from: "    if ((await namesHash(body.salt, body.names)) !== block.names || body.names.length !== block.invited) return refused('names');\n",
    to: '',
    test: { file: 'tests/ui/ballot-names.test.ts', name: 'a list of names that was not sealed is refused before a paper is taken' },
  },
  {
    id: 'one paper for one person',
    file: 'app/services/answering.server.ts',
    from: "  if (!reissue) return rule(refused('other-paper'));\n",
    to: '',
    test: { file: 'tests/services/issuing.test.ts', name: 'the same blinded value is signed again, another one is refused' },
  },
  {
    id: 'replacements are counted',
    file: 'app/services/answering.server.ts',
    from: '{ blinded: digest, reissued: true }',
    to: '{ blinded: digest, reissued: false }',
    test: { file: 'tests/services/issuing.test.ts', name: 'one paper is reissued, is counted, and is not reissued again' },
  },
  {
    id: 'only papers of the block are taken',
    file: 'app/services/answering.server.ts',
    from: '!key || !isSigned(key.verify, ballot)',
    to: '!key',
    test: { file: 'tests/services/dropping.test.ts', name: 'papers of another survey or block, altered papers and other versions are refused and change nothing' },
  },
  {
    id: 'no survey where browsers have no cryptography',
    file: 'app/services/publishing/sealing.server.ts',
    from: "  if (!isSecureContext(app.config.publicUrl)) return refused('insecure-address');\n",
    to: '',
    test: { file: 'tests/services/sealing.test.ts', name: 'wrong days, unknown surveys, a missing build and an address without cryptography are refused before anything is made' },
  },
  {
    id: 'small departments are rolled up into blocks',
    file: 'app/domain/publication/blocks.ts',
    from: 'return Math.ceil((k * 8) / 5);',
    to: 'return k > 0 ? 1 : 0;',
    test: { file: 'tests/domain/publication/blocks.test.ts', name: 'a department of four is counted with its neighbour' },
  },
  {
    id: 'doubt is left against one colleague',
    file: 'app/domain/publication/doubt.ts',
    from: 'export const fewestInDoubt = 2;',
    to: 'export const fewestInDoubt = 0;',
    test: { file: 'tests/domain/publication/attacks.test.ts', name: '9: six ballots that all say 1 are published as four and two, and the two lose reasons and texts' },
  },
  {
    id: 'cuts are audited together with everything else',
    file: 'app/domain/publication/auditing.ts',
    from: 'const verdict = audited(system, { k, prime, budget: means });',
    to: 'const verdict = { safe: true, steps: 1 };',
    test: { file: 'tests/domain/publication/cuts.test.ts', name: 'attack 6: a department wholly inside a band but for one person leaves no such band' },
  },
  {
    id: 'tables are audited all together, not in pairs',
    file: 'app/domain/publication/auditor.ts',
    from: '  return auditedBySearch(system, options);',
    to: `  const pairs = system.tables.flatMap((one, at) => system.tables.slice(at + 1).map((other) => auditedByMinimumCut({ ...system, tables: [one, other] }, options.k)));
  return pairs.find((verdict) => !verdict.safe) ?? pairs[0] ?? auditedBySearch(system, options);`,
    test: {
      file: 'tests/domain/publication/attacker.test.ts',
      name: 'attack 8: finds the three people whom tables isolate that were compared in pairs, and not in what is published',
    },
  },
  {
    id: 'both scales of a pair leave doubt',
    file: 'app/domain/publication/doubt-in-pairs.ts',
    from: '    if (calm >= fewestInDoubt || below.length === 0) return [];',
    to: '    if (calm + below.length >= 0) return [];',
    test: {
      file: 'tests/domain/publication/pairs.test.ts',
      name: 'everybody expects 5 and nobody experiences above 3: the histograms of the scales prove nobody’s disappointment',
    },
  },
  {
    id: 'only the description that was sealed is believed',
    file: 'app/domain/publication/manifest-text.ts',
    from: "  if (hashOfText(text) !== hash) throw new Error('the description of the survey is not the one that was sealed');\n",
    to: '',
    test: { file: 'tests/services/altered-manifest.test.ts', name: 'a survey whose description was altered takes no paper after a start' },
  },
  {
    id: 'a ballot page is served only under its own hash',
    file: 'app/services/public-records.server.ts',
    from: 'return page && isNamedBy(hash, page.body) ? page.body : null;',
    to: 'return page ? page.body : null;',
    test: { file: 'tests/services/altered-manifest.test.ts', name: 'a script put into the ballot page in the database is not served' },
  },
  {
    id: 'who is counted in a file of answers is a person, and not a row',
    file: 'app/domain/publication/past-counting.ts',
    from: "  if (kind === 'id-repeats') return person !== null && (person === column || all[person]! <= values);",
    to: "  if (kind === 'id-repeats') return true;",
    test: { file: 'tests/services/analysing.test.ts', name: 'rows that are answers are refused with what was seen, and nothing is written' },
  },
  {
    id: 'a person who stands twice in a file of answers is counted once',
    file: 'app/domain/publication/past-people.ts',
    from: '      if (hash === known.hash) counts.again += 1;',
    to: '      if (hash !== known.hash) reader.row(line, cells);\n      if (hash === known.hash) counts.again += 1;',
    test: { file: 'tests/services/analysing.test.ts', name: 'of a person who answered twice the one counts that was said, spellings of an id apart' },
  },
];

/** Quick ones that run in every `npm test`; the others in `npm run mutate`. */
export const everyTime: readonly string[] = ['requests with an identity are refused', 'replacements are counted'];
