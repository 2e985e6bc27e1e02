// What programs are answered, as schemas: every answer passes through its own before it leaves, so that nothing leaves that the
// description does not name, and the description is made of the same.
import * as v from 'valibot';
import { languages } from '#app/domain/kernel/language.ts';
import type { Block, Section } from '#app/domain/reports/document/document.ts';

/** The version of all of it; a change that breaks a reader is another one at another address. */
const api = v.literal(1);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

export const ErrorAnswer = v.object({ api, error: v.object({ code: v.string(), message: v.string() }) });

const Release = v.object({ survey: v.string(), title: v.string(), closed: day, release: hash, answered: v.number(), percent: v.nullable(share), index: v.nullable(share), past: v.boolean() });

export const ReleaseList = v.object({ api, releases: v.array(Release) });

export const DepartmentList = v.object({ api, survey: v.string(), departments: v.array(v.object({ id: v.string(), name: v.string(), parent: v.nullable(v.string()) })) });

const Cover = v.object({
  title: v.string(),
  company: v.string(),
  survey: v.string(),
  about: v.string(),
  closed: day,
  outOfDateFrom: day,
  year: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
  facts: v.array(v.object({ label: v.string(), text: v.string() })),
  release: hash,
  manifest: v.nullable(hash),
});

const Column = v.object({ id: v.string(), head: v.string(), kind: v.picklist(['text', 'people', 'index', 'percent', 'points', 'number', 'day']), about: v.string() });
const Rows = v.array(v.array(v.object({ text: v.string(), value: v.nullable(v.number()) })));

export const Cells = v.object({
  api,
  report: v.literal(1),
  language: v.picklist(languages),
  cover: Cover,
  tables: v.array(v.object({ id: v.string(), caption: v.string(), source: v.string(), columns: v.array(Column), rows: Rows })),
});

export const Table = v.object({ kind: v.literal('table'), id: v.string(), caption: v.string(), columns: v.array(Column), rows: Rows, source: v.string(), part: v.optional(v.literal(true)) });

const Sentence = v.object({ kind: v.literal('sentence'), text: v.string(), claim: v.nullable(v.string()), numbers: v.array(v.number()) });
const SentenceList = v.object({ kind: v.literal('list'), sentences: v.array(Sentence) });

const figure = { kind: v.literal('chart'), id: v.string(), caption: v.string(), source: v.string(), alternative: v.string() };
const scale = v.array(v.number());
const maybe = v.nullable(v.number());

const IntervalChart = v.object({ ...figure, shape: v.literal('intervals'), scale, rows: v.array(v.object({ label: v.string(), value: v.number(), low: v.number(), high: v.number(), people: v.number() })) });
const TrendChart = v.object({
  ...figure,
  shape: v.literal('trend'),
  scale,
  points: v.array(v.object({ day: v.string(), value: maybe, low: maybe, high: maybe, broken: v.boolean() })),
  limits: v.nullable(v.object({ centre: v.number(), lower: v.number(), upper: v.number() })),
});
const ShareChart = v.object({ ...figure, shape: v.literal('shares'), parts: v.array(v.string()), rows: v.array(v.object({ label: v.string(), people: v.number(), shares: v.array(v.number()) })) });
const MatrixChart = v.object({
  ...figure,
  shape: v.literal('matrix'),
  scale,
  columns: v.array(v.string()),
  rows: v.array(v.object({ label: v.string(), depth: v.number(), people: v.number(), cells: v.array(v.nullable(v.object({ value: v.number(), mark: v.nullable(v.picklist(['up', 'down'])) }))) })),
});

const AnyBlock: v.GenericSchema<Block, unknown> = v.union([Sentence, SentenceList, Table, IntervalChart, TrendChart, ShareChart, MatrixChart]) as never;

export const SectionOf: v.GenericSchema<Section, unknown> = v.object({ id: v.string(), heading: v.string(), blocks: v.array(AnyBlock), sections: v.array(v.lazy(() => SectionOf)) }) as never;

export const Report = v.object({ api, language: v.picklist(languages), cover: Cover, sections: v.array(SectionOf), data: v.array(Table) });

export const Plans = v.object({
  api,
  plans: v.array(
    v.object({
      title: v.string(),
      area: v.string(),
      department: v.string(),
      state: v.string(),
      verdict: v.nullable(v.string()),
      moved: v.nullable(v.object({ from: v.number(), to: v.number() })),
      told: v.nullable(v.string()),
      promises: v.array(v.object({ text: v.string(), due: day, status: v.picklist(['open', 'kept', 'late', 'dropped']) })),
    }),
  ),
});
