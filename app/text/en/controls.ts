export const controls = {
  'step.done': 'done',
  'figure.too-few': 'Too few people answered to show this',
  'figure.not-asked': 'This was not asked here',
  'dialog.cancel': 'Cancel',
  'field.optional': 'optional',
  'form.sending': 'One moment …',
  'punctuation.colon': ': ',
  'nav.team.short': 'My team',
  'nav.feed.short': 'Follow-up',
  'nav.more': 'More',
  'nav.account': 'Your account: {name}',
} as const;
