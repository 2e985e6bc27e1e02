export const pulseLock = {
  'lock.title': 'The next pulse waits for answers',
  'lock.lead': 'Nobody is asked again without an answer. {n, plural, one {One answer is} other {# answers are}} overdue: a plan, a reason why not, or a hand-over.',
  'lock.due': 'due on {day}',
  'lock.about': '{dimension}, {department}',
  'lock.more': '{n, plural, one {One more} other {# more}}',
  'lock.team': 'The whole company’s next pulse waits for {department}. Each of these asks for a plan, a reason why not, or a hand-over:',
  'lock.override': 'Ask all the same',
  'lock.override.lead': 'Where there is a good reason, people can be asked again before they have an answer. The reason stands with your name in the log on the privacy page, and everybody can read it.',
  'lock.override.reason': 'Why people are asked again without an answer',
  'error.answers-missing': '{n, plural, one {One answer is} other {# answers are}} overdue: answer first, or say why people are asked all the same',
  'privacy.log.pulse-lock': 'A pulse was sealed while answers were due from {from}. The reason given: “{to}”',
} as const;
