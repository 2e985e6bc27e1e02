import type { signIn as english } from '#app/text/en/access/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'sign-in.title': '登录',
  'sign-in.intro': '填写工作邮箱，我们会发送登录链接，无需密码。',
  'sign-in.email': '工作邮箱',
  'sign-in.send': '发送链接',
  'sign-in.sent.title': '请查看邮箱',
  'sign-in.sent.text': '如果该邮箱属于本公司员工，登录链接已经发出。链接只能使用一次，{minutes} 分钟内有效。',
  'sign-in.confirm.title': '欢迎回来',
  'sign-in.confirm.text': '请再点一下，以免自动打开邮件链接的程序替您登录。',
  'sign-in.confirm.button': '继续',
  'sign-in.used': '此链接已使用、已过期，或所属的调查已经结束。请重新获取，只需片刻。',
  'sign-in.demo': '这是使用虚构公司的演示：邮件不会发出，直接显示在这里。',
  'sign-in.demo.open': '打开链接',
  'sign-in.letter.subject': '您的 Murmur 登录链接',
  'sign-in.letter.text': '{name}，您好：\n\n这是您的 Murmur 登录链接，只能使用一次，{minutes} 分钟内有效：\n\n{link}\n\n如果不是您本人操作，请忽略此邮件。',
  'error.too-many-links': '获取链接过于频繁，请过几分钟再试。',
};
