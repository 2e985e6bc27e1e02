// The layers as rules: routes → http → services → platform → db → domain, and ui → forms, text → domain. Imports never turn back.
// Tests are free. `npm run lint:imports` and tests/architecture/import-rules.test.ts run it.

/** Which nouns of the domain a noun may know, itself apart. */
const nouns = {
  kernel: [],
  tables: ['kernel'],
  organisation: ['kernel', 'tables'],
  access: ['kernel', 'organisation'],
  surveys: ['kernel', 'organisation'],
  responses: ['kernel', 'organisation', 'surveys'],
  publication: ['kernel', 'organisation', 'surveys', 'responses'],
  'past-surveys': ['kernel', 'tables', 'organisation', 'surveys', 'responses', 'publication'],
  analysis: ['kernel', 'organisation', 'surveys', 'responses', 'publication'],
  reports: ['kernel', 'tables', 'organisation', 'surveys', 'responses', 'publication', 'past-surveys', 'analysis'],
  plans: ['kernel', 'tables', 'organisation'],
  notifications: ['kernel'],
  privacy: ['kernel', 'organisation', 'responses'],
  installation: ['kernel', 'organisation', 'publication'],
};

/** Which parts of the program a layer may import, itself apart; `db` stands for its doors (db/*.server.ts), `seed` for the demonstration's company, `main` for the server itself. */
const layers = {
  domain: [],
  text: ['domain'],
  forms: ['domain'],
  // The preview for HR draws the ballot page's own screens.
  ui: ['forms', 'text', 'domain', 'ballot'],
  platform: ['db', 'domain'],
  services: ['platform', 'db', 'seed', 'domain', 'text', 'ballot'],
  http: ['services', 'platform', 'domain', 'text'],
  cli: ['services', 'platform', 'db', 'domain', 'text', 'main'],
  routes: ['http', 'services', 'platform', 'ui', 'forms', 'text', 'domain'],
};

/**
 * Which rooms of a noun a room may know, itself apart: rooms never turn back either. Types are free, because the survey, its manifest and
 * the release are made of what the rooms make; so is what belongs to no room, unless `top` names it as made from the rooms.
 */
const rooms = {
  surveys: {
    order: {
      questions: [],
      own: ['questions'],
      asking: ['questions', 'own'],
      letters: ['questions'],
      serving: ['questions'],
      slips: [],
      participation: ['asking'],
      proposals: ['questions', 'own'],
      backgrounds: ['questions', 'own', 'asking'],
      sealed: ['questions', 'asking', 'serving', 'slips'],
      programme: ['questions', 'own', 'asking', 'letters'],
      questionnaire: ['questions', 'own', 'asking', 'letters', 'backgrounds', 'draft'],
    },
    top: '(draft|lifecycle|stored-survey|first-steps)',
  },
  analysis: {
    order: {
      statistics: [],
      changes: ['statistics'],
      map: ['statistics', 'changes'],
      effects: ['statistics', 'changes'],
      priorities: ['statistics', 'changes', 'map'],
      relations: ['statistics'],
      serving: ['statistics', 'changes', 'effects'],
      words: ['statistics'],
    },
    top: null,
  },
  publication: {
    order: {
      release: [],
      audit: [],
      tally: ['release'],
      groups: ['tally', 'release'],
      doubt: ['groups', 'tally', 'audit'],
      tables: ['doubt', 'groups', 'tally', 'release'],
      verify: ['doubt', 'tally', 'audit', 'release'],
      cuts: ['doubt', 'groups', 'tally', 'verify', 'audit', 'release'],
    },
    top: null,
  },
};

const folderOf = { db: '^db/[^/]+\\.server\\.ts$', seed: '^db/seed/', main: '^app/main\\.server\\.ts$' };
const pathOf = (layer) => folderOf[layer] ?? `^app/${layer}/`;

const layerRules = Object.entries(layers).map(([layer, others]) => ({
  name: `layer-${layer}`,
  comment: `app/${layer} may import ${[layer, ...others].join(', ')}`,
  severity: 'error',
  from: { path: `^app/${layer}/` },
  to: { path: '^(app|db|tests)/', pathNot: [`^app/${layer}/`, ...others.map(pathOf), ...(layer === 'routes' ? ['^app/styles/'] : [])] },
}));

const nounRules = Object.entries(nouns).map(([noun, others]) => ({
  name: `noun-${noun}`,
  comment: `the domain of ${noun} may know ${others.join(', ') || 'nothing else'}`,
  severity: 'error',
  from: { path: `^app/domain/${noun}/` },
  to: { path: '^app/domain/', pathNot: [noun, ...others].map((other) => `^app/domain/${other}/`) },
}));

const roomRules = Object.entries(rooms).flatMap(([noun, { order, top }]) =>
  Object.entries(order).map(([room, others]) => {
    const inside = `^app/domain/${noun}/`;
    const rootFiles = others.includes('draft') || top === null ? `${inside}[^/]+\\.ts$` : `${inside}(?!${top}[^/]*\\.ts$)[^/]+\\.ts$`;
    return {
      name: `room-${noun}-${room}`,
      comment: `${noun}/${room} may know ${others.join(', ') || 'no other room'}`,
      severity: 'error',
      from: { path: `${inside}${room}/` },
      to: { path: inside, pathNot: [rootFiles, ...[room, ...others].map((other) => `${inside}${other}/`)], dependencyTypesNot: ['type-only'] },
    };
  }),
);

const only = (name, comment, from, packages) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(app|db)/', pathNot: from },
  to: { path: `node_modules/(${packages})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...nounRules,
    ...roomRules,
    {
      name: 'known-room',
      comment: 'a new room needs its place in the order above',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { path: Object.keys(rooms).map((noun) => `^app/domain/${noun}/[^/]+/`), pathNot: Object.entries(rooms).map(([noun, { order }]) => `^app/domain/${noun}/(${Object.keys(order).join('|')})/`) },
    },
    {
      name: 'known-noun',
      comment: 'a new noun of the domain needs its place in the order above',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { path: '^app/domain/', pathNot: `^app/domain/(${Object.keys(nouns).join('|')})/` },
    },
    {
      name: 'domain-is-pure',
      comment: 'the domain does no input or output and knows no framework',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: {
        path: 'node_modules/(@remix-run|react|react-dom|react-hook-form|express|kysely|pg|better-sqlite3|nodemailer|pino|chart\\.js|@lingui)/',
      },
    },
    {
      name: 'domain-without-node',
      comment: 'the same domain runs in the browser and in a worker',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'db-knows-the-domain-only',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|tests)/', pathNot: '^app/domain/' },
    },
    {
      name: 'db-through-its-doors',
      comment: 'a plain file of db/ imported by a component would be bundled into the browser with its SQL, silently',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^db/', pathNot: [folderOf.db, folderOf.seed] },
    },
    {
      name: 'seed-for-the-demonstration',
      comment: 'a made-up company is for the demonstration alone',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: ['^app/services/installation/(found-demo|demo-plans|demo-service)\\.server\\.ts$', '^db/seed/'] },
      to: { path: '^db/seed/' },
    },
    {
      name: 'boxes-door',
      comment: 'responses and publication alone hold the keys of the ballot box',
      severity: 'error',
      from: { pathNot: ['^app/services/(responses|publication)(\\.server\\.ts$|/)', '^tests/', '^db/boxes(\\.server\\.ts$|/)'] },
      to: { path: '^db/boxes(\\.server\\.ts$|/)' },
    },
    {
      name: 'releases-are-made-twice',
      comment: 'the tally and past surveys alone turn answers into a release',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: ['^app/domain/publication/', '^app/domain/past-surveys/', '^app/services/publication/tally\\.server\\.ts$', '^app/services/analysis(\\.server\\.ts$|/)'] },
      to: { path: '^app/domain/(publication/(publish\\.ts$|tally/(answer-sheet|ballot-columns|ballot-reading|tally-input)\\.ts$|tables/)|past-surveys/(publish-unlinked|tally)\\.ts$)' },
    },
    {
      name: 'figures-come-from-releases',
      comment: 'whatever is computed or shown about people is computed from what was published',
      severity: 'error',
      from: { path: '^app/(domain/(analysis|reports|plans)|ui|routes|forms|http)/' },
      to: { path: '^app/domain/publication/', pathNot: '^app/domain/publication/(release/release|groups/tree|cuts/cut-preview)\\.ts$' },
    },
    {
      name: 'nothing-imports-a-route',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { path: '^app/routes/([^/]+\\.tsx?$|[^/]+/route\\.tsx?$)' },
    },
    {
      name: 'parts-belong-to-their-route',
      comment: 'parts of a page lie beside it in its folder; what two pages need belongs to ui',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: '^app/routes/[^/]+/' },
      to: { path: '^app/routes/[^/]+/' },
    },
    {
      name: 'browser-never-reaches-the-server',
      comment: 'what a component imports is sent to the browser',
      severity: 'error',
      from: { path: '^app/(ui|forms)/' },
      to: { path: '\\.server\\.tsx?$' },
    },
    {
      name: 'ballot-page-is-small',
      comment: 'the page on which people answer imports nothing that could carry a name, a session or a framework',
      severity: 'error',
      from: { path: '^app/ballot/', pathNot: '^app/ballot/build/' },
      to: {
        path: '^(app|db|tests)/',
        pathNot: [
          '^app/ballot/',
          '^app/domain/(responses|surveys|kernel|organisation)/',
          '^app/text/ballot/',
        ],
      },
    },
    {
      name: 'made-up-voters-alone',
      comment: 'no service but the rehearsal acts as a voter',
      severity: 'error',
      from: { path: '^app/services/', pathNot: '^app/services/privacy/rehearse\\.server\\.ts$' },
      to: { path: '^app/ballot/' },
    },
    {
      name: 'ballot-page-without-framework',
      severity: 'error',
      from: { path: '^app/ballot/', pathNot: '^app/ballot/build/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(@cloudflare/blindrsa-ts|@hpke/core|@noble/hashes|valibot)/' },
    },
    only('kysely-in-db', 'only db speaks SQL', '^db/', 'kysely|pg|better-sqlite3'),
    only('one-driver', 'which release of the driver runs on this Node is decided in one place', '^db/dialects/sqlite-driver\\.ts$', 'better-sqlite3(-for-node-20)?'),
    only('charts-in-one-place', 'chart.js is loaded lazily by ui/charts alone', '^app/ui/charts/', 'chart\\.js'),
    {
      name: 'production-carries-what-it-runs',
      comment: 'what the built program imports is installed with --omit=dev; only what builds, or runs a checkout from its sources, may need more',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: ['^app/(ballot|text)/build/', '^app/cli/(build|dev|murmur)\\.mjs$', '^app/platform/thread-from-source\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '^app/(services|platform)/' },
      to: { path: 'node_modules/(@remix-run|express|react|react-dom|cookie)/', pathNot: 'node_modules/express-rate-limit/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
