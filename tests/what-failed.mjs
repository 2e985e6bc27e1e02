import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const firstLines = (text) => (text ?? '').split('\n').slice(0, 4).join(' | ');

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function unitsThatFailed(report) {
  return (report.testResults ?? []).filter(({ status }) => status === 'failed').flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    const named = tests.map(({ fullName, failureMessages }) => `${fullName}: ${firstLines(failureMessages[0])}`);
    return (tests.length > 0 ? named : [firstLines(file.message)]).map((what) => `${relative(process.cwd(), file.name)} › ${what}`);
  });
}

function journeysThatFailed(suite) {
  const own = (suite.specs ?? []).filter(({ ok }) => !ok).map((spec) => {
    const error = spec.tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors ?? [])[0];
    return `${spec.file} › ${spec.title}: ${firstLines(error?.message)}`;
  });
  return [...(suite.suites ?? []).flatMap(journeysThatFailed), ...own];
}

/** Names and first lines of what failed, for the end of the output: a log that is cut in its middle still says it. */
export function whatFailed(results) {
  return [...unitsThatFailed(read(`${results}/vitest.json`)), ...journeysThatFailed(read(`${results}/journeys.json`))];
}
