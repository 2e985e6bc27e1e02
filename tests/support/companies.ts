import fc from 'fast-check';
import type { Department } from '#app/domain/organisation/department.ts';

/** Departments from indented lines: «company», «  sales», «    north». */
export function departmentsFrom(outline: string): Department[] {
  const above: string[] = [];
  return outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const id = line.trim();
      above[depth] = id;
      return { id, parentId: depth === 0 ? null : above[depth - 1]!, name: id };
    });
}

/** A tree of departments with direct people, many of them small or empty. */
export const companies = fc
  .array(fc.tuple(fc.nat(), fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 15 }))), { minLength: 1, maxLength: 24 })
  .map((rows) => ({
    departments: rows.map(([above], index) => ({
      id: `d${index}`,
      parentId: index === 0 ? null : `d${above % index}`,
      name: `Department ${index}`,
    })),
    headcounts: new Map(rows.map(([, people], index) => [`d${index}`, people])),
  }));
