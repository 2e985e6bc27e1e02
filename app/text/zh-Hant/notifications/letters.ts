import type { letters as english } from '#app/text/en/notifications/letters.ts';

export const letters: Record<keyof typeof english, string> = {
  'letter.opening.subject': '{title}：請作答，{closes}截止',
  'letter.first-reminder.subject': '{title}：{closes}截止',
  'letter.last-reminder.subject': '{title}：即將於{closes}截止',
  'letter.opening.text': '{name}，您好：\n\n{organisation}邀請您參加：{title}。\n{purpose}\n\n作答{time}，{end}截止：\n\n{link}',
  'letter.reminder.text': '{name}，您好：\n\n{title}將於{end}截止，作答{time}：\n\n{link}',
  'letter.survey.promise':
    '您的答案無法追溯到您本人。您領取一份答卷，我們在名單上打勾，而答卷本身沒有任何我們能夠辨認的記號。只公布至少 {k} 人的群體的結果。\n\n本次調查的六個字：{words}\n作答頁面上會顯示同樣的字。如果不一致，請不要作答。',
  'letter.survey.link': '此連結會為您登入，只能使用一次。之後請用電子信箱在此登入：{home}',
  'letter.reminder.alike': '這封提醒信發給所有人，包括已經作答的同事：發信時不查看誰領取過答卷。',
  'letter.announcement.subject': '{title}：{opens}開始',
  'letter.announcement.text': '{name}，您好：\n\n從{opens}起，{organisation}邀請您參加：{title}。\n{purpose}\n\n作答{time}。開始時您會收到附連結的信，{end}截止。',
  'letter.audience.parts': '這次受邀的有：{names}（{of, number} 人中的 {invited, number} 人）。受邀的都是整個群體，沒有挑選任何個人。',
  'letter.audience.parts.others': '這次受邀的有：{names}。不屬於其中的人和之後加入的人沒有答卷。選的都是整個群體，沒有單獨排除任何人。',
  'letter.audience.half': '這次受邀的有：較大群體中隨機抽取的一半，以及較小群體的所有人（{of, number} 人中的 {invited, number} 人）。名單在問卷封存時隨機抽取，沒有挑選任何個人。',
  'letter.audience.half.others': '這次受邀的是每個較大群體中隨機抽取的一半。沒有抽中的人和之後加入的人沒有答卷。由隨機抽取決定，並可核對；沒有單獨排除任何人。',
  'letter.button': '前往頁面',
};
