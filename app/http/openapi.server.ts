// The interface for programs, described as OpenAPI 3.1: made of the endpoints and of the schemas their answers pass through, so that it
// cannot say anything else than they do.
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { endpoints, type Endpoint } from './machine-endpoints.server.ts';
import { Cells, DepartmentList, ErrorAnswer, Plans, ReleaseList, Report, SectionOf, Table } from './machine-answers.server.ts';

const named: Readonly<Record<string, v.GenericSchema>> = { Error: ErrorAnswer, ReleaseList, DepartmentList, Cells, Table, Section: SectionOf as v.GenericSchema, Report, Plans };
const nameOf = (schema: v.GenericSchema): string => Object.entries(named).find(([, one]) => one === schema)?.[0] ?? '';
const at = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const convert = { target: 'draft-2020-12', typeMode: 'output', overrideRef: ({ referenceId }: { referenceId: string }) => at(referenceId).$ref } as const;

const refusals: Readonly<Record<string, string>> = {
  400: 'A parameter is not understood.',
  401: 'No token, or one that does not open anything any more.',
  403: 'The token does not open this part.',
  404: 'Nothing that can be shown.',
  429: 'Too many requests with this token.',
  503: 'Cannot be answered just now.',
};

function parametersOf({ path, query }: Endpoint) {
  const { properties = {} } = toJsonSchema(query as never, { target: 'draft-2020-12', typeMode: 'input' });
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  return [...inPath, ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))];
}

function operationOf(endpoint: Endpoint) {
  const { id, summary, scope, answer } = endpoint;
  const content = answer ? { 'application/json': { schema: at(nameOf(answer)) } } : { 'text/csv': { schema: { type: 'string' } } };
  const refused = Object.entries(refusals).map(([status, description]) => [status, { description, content: { 'application/json': { schema: at('Error') } } }]);
  return {
    operationId: id,
    summary,
    description: `Needs the scope “${scope}”.`,
    security: [{ token: [] }],
    parameters: parametersOf(endpoint),
    responses: { 200: { description: 'What was asked for.', content }, ...Object.fromEntries(refused) },
  };
}

/** `url`: of the portal. */
export function openApi(url: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Murmur', version: '1', description: 'What was published, for programs. Every figure comes from a release; nothing is finer than on the pages.' },
    servers: [{ url: `${url}/api/v1` }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint) }])),
    components: { schemas: toJsonSchemaDefs(named as never, convert), securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}
