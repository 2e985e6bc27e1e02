// Lantern: the made-up company of the demonstration. Three sites, three languages, four levels, three departments too small to
// stand alone.
import type { Language } from '#app/domain/kernel/language.ts';

export interface SeedTeam {
  readonly path: readonly string[];
  readonly people: number;
  readonly language: Language;
  readonly site: string;
}

export const companyName = 'Lantern';

const bristol = { language: 'en', site: 'Bristol' } as const;
const shenzhen = { language: 'zh-Hans', site: '深圳' } as const;
const taipei = { language: 'zh-Hant', site: '台北' } as const;

const head = (...path: string[]) => [companyName, ...path];

/** People who work directly in each place of the tree; the first of a place leads it. */
export const teams: readonly SeedTeam[] = [
  { path: head(), people: 2, ...bristol },
  { path: head('Headquarters'), people: 1, ...bristol },
  { path: head('Headquarters', 'Finance'), people: 9, ...bristol },
  { path: head('Headquarters', 'Legal'), people: 3, ...bristol },
  { path: head('Headquarters', 'People & Culture'), people: 6, ...bristol },
  { path: head('Headquarters', 'IT', 'Service desk'), people: 8, ...bristol },
  { path: head('Headquarters', 'IT', 'Platform'), people: 11, ...bristol },
  { path: head('Product'), people: 1, ...bristol },
  { path: head('Product', 'Design'), people: 10, ...bristol },
  { path: head('Product', 'Engineering', 'Apps'), people: 13, ...bristol },
  { path: head('Product', 'Engineering', 'Hardware'), people: 15, ...bristol },
  { path: head('Product', 'Engineering', 'Data'), people: 9, ...bristol },
  { path: head('Product', 'Quality'), people: 4, ...bristol },
  { path: head('深圳工厂'), people: 1, ...shenzhen },
  { path: head('深圳工厂', '生产部', '装配一组'), people: 19, ...shenzhen },
  { path: head('深圳工厂', '生产部', '装配二组'), people: 18, ...shenzhen },
  { path: head('深圳工厂', '生产部', '夜班组'), people: 12, ...shenzhen },
  { path: head('深圳工厂', '质检部'), people: 9, ...shenzhen },
  { path: head('深圳工厂', '仓储物流部'), people: 13, ...shenzhen },
  { path: head('深圳工厂', '后勤部'), people: 3, ...shenzhen },
  { path: head('台北辦公室'), people: 1, ...taipei },
  { path: head('台北辦公室', '業務部'), people: 12, ...taipei },
  { path: head('台北辦公室', '客服部'), people: 14, ...taipei },
  { path: head('台北辦公室', '行銷部'), people: 7, ...taipei },
  { path: head('Europe'), people: 1, ...bristol },
  { path: head('Europe', 'Key accounts'), people: 8, ...bristol },
  { path: head('Europe', 'Field sales'), people: 11, ...bristol },
];
