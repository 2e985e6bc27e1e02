// What the fields of a plan's form are called in a list of problems.
import { languages, nameOfLanguage } from '#app/domain/kernel/language.ts';
import type { Text, TextKey } from '#app/text/text.ts';

const labels: Readonly<Record<string, TextKey>> = {
  about: 'plan.form.about',
  cause: 'plan.form.causes',
  valueFigure: 'plan.new.value-figure',
  promise: 'plan.new.promise',
  promiseDue: 'plan.new.promise.due',
  measures: 'plan.form.measures',
  own: 'plan.form.own',
  stepTitle: 'plan.new.first',
  stepOwner: 'plan.step.owner',
  stepDue: 'plan.step.due',
  target: 'plan.form.goal.index',
  by: 'plan.new.by',
  leadingName: 'plan.form.count',
  leadingStart: 'plan.new.leading.start',
  leadingGoal: 'plan.new.leading.goal',
  title: 'plan.new.name',
  partners: 'plan.form.partners',
  owner: 'plan.edit.owner',
  supports: 'supports.title',
};

const elsewhere: Readonly<Record<string, TextKey>> = { title: 'plan.new.name', own: 'plan.form.own', steps: 'plan.form.in.steps', leadingName: 'plan.form.count', promise: 'plan.new.promise' };

const inLanguages = (text: Text): [string, string][] =>
  languages.flatMap((language) => Object.entries(elsewhere).map(([name, key]): [string, string] => [`${name}-${language}`, text('plan.form.in.field', { field: text(key), language: nameOfLanguage(language) })]));

export const fieldLabels = (text: Text): Record<string, string> => Object.fromEntries([...Object.entries(labels).map(([name, key]): [string, string] => [name, text(key)]), ...inLanguages(text)]);
