export const owed = {
  'owed.title': 'Owed to you',
  'owed.late': '{dimension}, {department}: an answer is owed by {name} since {day}, {n, plural, one {# day} other {# days}}.',
  'owed.due': '{dimension}, {department}: {name} answers by {day}.',
  'owed.nobody': 'HR',
  'owed.how': 'An answer is a plan, a reason why not, or a hand-over to the level above. It stands here until it is given.',
  'owed.yours': 'Your people wait for your answer',
  'owed.yours.late': '{dimension}, {department}: due on {day}, {n, plural, one {# day} other {# days}} ago',
  'owed.yours.due': '{dimension}, {department}: due by {day}',
  'owed.yours.how': 'A plan, a reason why not, or a hand-over to the level above. Until then the people concerned read that it is owed, with your name.',
} as const;
