export const controls = {
  'step.done': 'done',
  'dialog.cancel': 'Cancel',
  'field.optional': 'optional',
  'form.sending': 'One moment …',
  'form.restored': 'Your session had ended. What you typed stands here again; nothing was sent.',
  'punctuation.colon': ': ',
  'nav.team.short': 'My team',
  'nav.feed.short': 'You said, we did',
  'nav.more': 'More',
  'nav.account': 'Your account: {name}',
} as const;
