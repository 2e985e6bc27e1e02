export const letters = {
  'letter.opening.subject': '{title}: your answer until {closes}',
  'letter.first-reminder.subject': '{title}: open until {closes}',
  'letter.last-reminder.subject': '{title}: last days, until {closes}',
  'letter.opening.text':
    'Hello {name},\n\n{organisation} asks for your view: {title}.\n{purpose}\n\nIt takes {time} and is open until {end}:\n\n{link}',
  'letter.reminder.text': 'Hello {name},\n\n{title} is open until {end} and takes {time}:\n\n{link}',
  'letter.survey.promise':
    'Your answers cannot be traced to you. You take an answer sheet, we tick you off the list, and the sheet itself carries no mark we could recognise. Results appear only for groups of at least {k}.\n\nThe six words of this survey: {words}\nThe answer page shows the same words. If they differ, please do not answer.',
  'letter.survey.link': 'The link signs you in and works once. After that, sign in with your address at {home}',
  'letter.reminder.alike': 'This reminder goes to everybody alike, also to those who have answered: Murmur does not look at who has taken an answer sheet.',
  'letter.announcement.subject': '{title}: from {opens} on',
  'letter.announcement.text': 'Hello {name},\n\nfrom {opens} on {organisation} asks for your view: {title}.\n{purpose}\n\nIt takes {time}. You get a letter with a link when it begins, and can answer until {end}.',
  'letter.audience.parts': 'Asked this time: {names} ({invited, number} of {of, number} people). Whole groups are asked; nobody was picked by hand.',
  'letter.audience.parts.others': 'Asked this time: {names}. Whoever does not belong there, or joined later, has no answer sheet. Whole groups were chosen; nobody was left out by hand.',
  'letter.audience.half': 'Asked this time: a random half of every large group, and all of every small one ({invited, number} of {of, number} people). Chance drew them when the survey was sealed; nobody was picked by hand.',
  'letter.audience.half.others': 'Asked this time: a random half of every large group. Whoever was not drawn, or joined later, has no answer sheet. Chance decided, which can be checked; nobody was left out by hand.',
  'letter.button': 'Go to the page',
} as const;
