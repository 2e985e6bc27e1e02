export const signIn = {
  'sign-in.title': 'Sign in',
  'sign-in.intro': 'Type your work e-mail address and we send you a link. There is no password.',
  'sign-in.email': 'Work e-mail address',
  'sign-in.send': 'Send me a link',
  'sign-in.sent.title': 'Look into your mailbox',
  'sign-in.sent.text': 'If this address belongs to somebody here, a letter with a link is on its way. The link works once, for {minutes} minutes.',
  'sign-in.confirm.title': 'Welcome back',
  'sign-in.confirm.text': 'One more tap, so that programs that open links in mails cannot sign in for you.',
  'sign-in.confirm.button': 'Continue',
  'sign-in.used': 'This link was used already, is too old, or its survey has ended. Ask for a new one; it takes a moment.',
  'sign-in.demo': 'This is a demonstration with a made-up company: the letter is shown here instead of being sent.',
  'sign-in.demo.open': 'Open the link',
  'sign-in.letter.subject': 'Your link to Murmur',
  'sign-in.letter.text':
    'Hello {name},\n\nhere is your link to Murmur. It works once, for {minutes} minutes:\n\n{link}\n\nIf you did not ask for it, you can ignore this letter.',
  'error.too-many-links': 'Too many links were asked for. Please wait some minutes.',
} as const;
