export const heard = {
  'plan.chosen': 'What people would choose',
  'plan.chosen.lead': '{n, plural, one {# person was} other {# people were}} asked “What would help most?” and could name two; the survey closed on {day}.',
  'plan.chosen.option': '{measure}: {people}',
  'plan.chosen.few': 'fewer than {k}',
  'plan.chosen.followed': 'This plan does one of the two measures that most people chose.',
  'plan.chosen.not-followed': 'This plan does neither of the two measures that most people chose.',
  'plan.noticed': '{better} of {n} who answered noticed that it got better.',
  'plan.noticed.others': 'No change: {same}. Worse: {worse}. This is what people noticed, in the survey that closed on {day}; the score above is measured apart from it.',
  'plan.noticed.title': 'Did you notice a change?',
} as const;
