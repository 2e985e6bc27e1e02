export const controls = {
  'step.done': 'done',
  'dialog.cancel': 'Cancel',
  'field.optional': 'optional',
  'form.sending': 'One moment …',
  'form.restored': 'What you typed stands here again, because it did not arrive. Please send it again.',
  'punctuation.colon': ': ',
  'nav.team.short': 'My team',
  'nav.feed.short': 'You said, we did',
  'nav.more': 'More',
  'nav.account': 'Your account: {name}',
} as const;
