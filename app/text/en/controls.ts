export const controls = {
  'step.done': 'done',
  'dialog.cancel': 'Cancel',
  'field.optional': 'optional',
  'form.sending': 'One moment …',
  'punctuation.colon': ': ',
  'nav.team.short': 'My team',
  'nav.feed.short': 'You said, we did',
  'nav.more': 'More',
  'nav.account': 'Your account: {name}',
} as const;
