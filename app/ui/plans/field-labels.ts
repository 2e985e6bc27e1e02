// What the fields of a plan's form are called in a list of problems.
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

export const fieldLabels = (text: Text): Record<string, string> => Object.fromEntries(Object.entries(labels).map(([name, key]) => [name, text(key)]));
