// The survey of the small company in which North liked its workload least; also for processes that run outside the tests.
import { aClosedSurvey, type WaveSketch } from './waves.ts';

const tree = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Key accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];

export const aSurveyOfAmber = (more: Partial<WaveSketch> = {}) =>
  aClosedSurvey({
    id: 'autumn',
    closed: '2026-11-20',
    tree,
    people: { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 5 },
    participation: 1,
    commentEvery: 2,
    mood: (department, question) => (department === 'north' && question.startsWith('WKL') ? 1.8 : 3.6),
    ...more,
  });
