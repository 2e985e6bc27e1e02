import type { signIn as english } from '#app/text/en/access/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'sign-in.title': '登入',
  'sign-in.intro': '填寫工作電子郵件，我們會寄送登入連結，無需密碼。',
  'sign-in.email': '工作電子郵件',
  'sign-in.send': '寄送連結',
  'sign-in.sent.title': '請查看信箱',
  'sign-in.sent.text': '如果該信箱屬於本公司員工，登入連結已經寄出。連結只能使用一次，{minutes} 分鐘內有效。',
  'sign-in.confirm.title': '歡迎回來',
  'sign-in.confirm.text': '請再點一下，以免自動開啟郵件連結的程式替您登入。',
  'sign-in.confirm.button': '繼續',
  'sign-in.used': '此連結已使用、已過期，或所屬的調查已經結束。請重新取得，只需片刻。',
  'sign-in.demo': '這是使用虛構公司的示範：郵件不會寄出，直接顯示在這裡。',
  'sign-in.demo.open': '開啟連結',
  'sign-in.letter.subject': '您的 Murmur 登入連結',
  'sign-in.letter.text': '{name}，您好：\n\n這是您的 Murmur 登入連結，只能使用一次，{minutes} 分鐘內有效：\n\n{link}\n\n如果不是您本人操作，請忽略此郵件。',
  'error.too-many-links': '索取連結過於頻繁，請過幾分鐘再試。',
};
