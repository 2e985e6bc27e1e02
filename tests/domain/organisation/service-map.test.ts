import { describe, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import { servicesIn } from '#app/domain/organisation/service-lines.ts';
import { kindsOf, mostKinds, mostProviders, serviceGround, standingLinks, withLink, type ServiceLink } from '#app/domain/organisation/service-map.ts';

const departments: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'it', parentId: 'amber', name: 'IT' },
  { id: 'desk', parentId: 'it', name: 'Service desk' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'legal', parentId: 'amber', name: 'Legal' },
  { id: 'ops', parentId: 'amber', name: 'Operations' },
  { id: 'ops-north', parentId: 'ops', name: 'North' },
];
const ground = serviceGround(departments);
const link = (provider: string, customer: string, kind = ''): ServiceLink => ({ provider, customer, kind });
const told = (links: readonly ServiceLink[], added: ServiceLink) => {
  const next = withLink(links, added, ground);
  return next.ok ? next.value : [next.because, next.details];
};

describe('who serves whom', () => {
  test('a provider serves several customers with several things, each once', () => {
    const links = [link('it', 'sales', 'accounts'), link('it', 'legal')];
    expect(told(links, link('it', 'sales', '  computers  '))).toEqual([...links, link('it', 'sales', 'computers')]);
    expect(told(links, link('it', 'sales', 'accounts'))).toEqual(['services-twice', { provider: 'IT', customer: 'Sales' }]);
    expect(kindsOf([...links, link('it', 'ops', 'accounts'), link('it', 'ops', 'print')], 'it')).toEqual(['accounts', 'print']);
  });

  test('everybody may be the customer, and nobody of the own department', () => {
    expect(told([], link('it', 'amber'))).toEqual([link('it', 'amber')]);
    expect(told([], link('it', 'desk'))).toEqual(['services-own', { provider: 'IT', customer: 'Service desk' }]);
    expect(told([], link('it', 'it'))).toEqual(['services-own', { provider: 'IT', customer: 'IT' }]);
    expect(told([], link('amber', 'sales'))).toEqual(['services-top', { provider: 'Amber', customer: 'Sales' }]);
  });

  test('nobody is rated twice for the same work: no provider lies in another one, from above or from below', () => {
    expect(told([link('it', 'sales')], link('desk', 'legal'))).toEqual(['services-within', { provider: 'Service desk', customer: 'Legal', other: 'IT' }]);
    expect(told([link('desk', 'sales')], link('it', 'legal'))).toEqual(['services-within', { provider: 'IT', customer: 'Legal', other: 'Service desk' }]);
  });

  test('a map stays one that people find their way in', () => {
    const kinds = Array.from({ length: mostKinds }, (_, at) => link('it', 'sales', `kind ${at}`));
    expect(told(kinds, link('it', 'legal', 'one more'))).toMatchObject(['services-kinds', { provider: 'IT', most: mostKinds }]);
    expect(told(kinds, link('it', 'legal', 'kind 0'))).toHaveLength(mostKinds + 1);
    const many = Array.from({ length: mostProviders }, (_, at) => link(`gone-${at}`, 'sales'));
    expect(told(many, link('it', 'legal'))).toEqual(['services-providers', { most: mostProviders }]);
    expect(told([], link('it', 'legal', 'x'.repeat(61)))).toEqual(['services-kind-long', { most: 60 }]);
  });

  test('what names a dissolved department stays out of a survey', () => {
    expect(standingLinks([link('it', 'sales'), link('gone', 'sales'), link('it', 'gone')], ground)).toEqual([link('it', 'sales')]);
  });
});

describe('the map as lines', () => {
  const pathed = departments.map((one) => ({ ...one, path: one.id === 'ops-north' ? 'Amber / Operations / North' : one.id === 'north' ? 'Amber / Sales / North' : `Amber / ${one.name}` }));
  const read = (...lines: string[]) => servicesIn(lines.map((line, at) => ({ line: at + 1, cells: line.split(';') })), pathed);

  test('is read by name or by the whole way, with a line of heads and empty lines passed over', () => {
    expect(read('Provider; Customer; What for', 'IT; Sales; accounts', '', 'it ; amber / operations / north').links).toEqual([link('it', 'sales', 'accounts'), link('it', 'ops-north')]);
    expect(read('提供方; 内部顾客; 服务内容', 'IT; Legal;').links).toEqual([link('it', 'legal')]);
  });

  test('says of each wrong line what is wrong and what would be right', () => {
    const { problems } = read('IT; Slaes', 'IT; North', 'Moon base; Sales', 'IT', 'IT; Sales; a; b', 'IT; Service desk', 'IT; Sales', 'IT; Sales');
    expect(problems.map(({ line, code, details }) => [line, code, details['near'] ?? details['path'] ?? details['n'] ?? details['example'] ?? ''])).toEqual([
      [1, 'services-department-near', 'Sales'],
      [2, 'services-ambiguous', 'Amber / Sales / North'],
      [3, 'services-department', 'Amber'],
      [4, 'services-columns', 1],
      [5, 'services-columns', 4],
      [6, 'services-own', ''],
      [8, 'services-twice', ''],
    ]);
  });
});
