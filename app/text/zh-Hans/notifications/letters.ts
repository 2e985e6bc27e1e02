import type { letters as english } from '#app/text/en/notifications/letters.ts';

export const letters: Record<keyof typeof english, string> = {
  'letter.opening.subject': '{title}：请作答，{closes}截止',
  'letter.first-reminder.subject': '{title}：{closes}截止',
  'letter.last-reminder.subject': '{title}：即将于{closes}截止',
  'letter.opening.text': '{name}，您好：\n\n{organisation}邀请您参加：{title}。\n{purpose}\n\n作答{time}，{end}截止：\n\n{link}',
  'letter.reminder.text': '{name}，您好：\n\n{title}将于{end}截止，作答{time}：\n\n{link}',
  'letter.survey.promise':
    '您的答案无法追溯到您本人。您领取一份答卷，我们在名单上打钩，而答卷本身没有任何我们能够辨认的记号。只公布至少 {k} 人的群体的结果。\n\n本次调查的六个字：{words}\n作答页面上会显示同样的字。如果不一致，请不要作答。',
  'letter.survey.link': '此链接会为您登录，只能使用一次。之后请用邮箱在此登录：{home}',
  'letter.reminder.alike': '这封提醒信发给所有人，包括已经作答的同事：发信时不查看谁领取过答卷。',
  'letter.announcement.subject': '{title}：{opens}开始',
  'letter.announcement.text': '{name}，您好：\n\n从{opens}起，{organisation}邀请您参加：{title}。\n{purpose}\n\n作答{time}。开始时您会收到带链接的信，{end}截止。',
  'letter.audience.parts': '这次受邀的有：{names}（{of, number} 人中的 {invited, number} 人）。受邀的都是整个群体，没有挑选任何个人。',
  'letter.audience.parts.others': '这次受邀的有：{names}。不属于其中的人和之后加入的人没有答卷。选的都是整个群体，没有单独排除任何人。',
  'letter.audience.half': '这次受邀的有：较大群体中随机抽取的一半，以及较小群体的所有人（{of, number} 人中的 {invited, number} 人）。名单在问卷封存时随机抽取，没有挑选任何个人。',
  'letter.audience.half.others': '这次受邀的是每个较大群体中随机抽取的一半。没有抽中的人和之后加入的人没有答卷。由随机抽取决定，并可核对；没有单独排除任何人。',
  'letter.button': '前往页面',
};
