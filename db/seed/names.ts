// Names of made-up people, as they are written in each language.
import type { Language } from '#app/domain/kernel/language.ts';
import type { Chance } from '#app/domain/kernel/chance.ts';

const english = {
  given: ['Ada', 'Aisha', 'Alan', 'Amir', 'Beth', 'Callum', 'Carys', 'Chloe', 'Daniel', 'Elena', 'Emma', 'Farah', 'Femi', 'George', 'Grace', 'Hannah', 'Idris', 'Isla', 'James', 'Joan', 'Kofi', 'Laura', 'Leo', 'Maya', 'Mina', 'Nadia', 'Noah', 'Olga', 'Owen', 'Priya', 'Rhys', 'Rosa', 'Sam', 'Sofia', 'Tariq', 'Tess', 'Tom', 'Uma', 'Will', 'Zoe'],
  family: ['Adeyemi', 'Ahmed', 'Baker', 'Bennett', 'Clarke', 'Cooper', 'Davies', 'Evans', 'Fraser', 'Green', 'Hall', 'Hughes', 'Iyer', 'Jenkins', 'Kaur', 'Kelly', 'Lewis', 'Marsh', 'Mensah', 'Morgan', 'Nowak', 'Okafor', 'Parker', 'Patel', 'Price', 'Quinn', 'Reid', 'Rossi', 'Shaw', 'Silva', 'Stone', 'Turner', 'Walsh', 'Ward', 'Young'],
};
const simplified = {
  given: ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超', '秀兰', '霞', '平', '建国', '志强', '晓东', '海燕', '雪梅', '春生', '文斌', '玉华', '俊杰', '子涵'],
  family: ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗'],
};
const traditional = {
  given: ['志明', '淑芬', '家豪', '雅婷', '冠宇', '怡君', '宗翰', '佩珊', '承恩', '欣怡', '俊宏', '美玲', '柏翰', '詩涵', '建宏', '惠雯', '彥廷', '筱涵', '文雄', '麗華'],
  family: ['陳', '林', '黃', '張', '李', '王', '吳', '劉', '蔡', '楊', '許', '鄭', '謝', '郭', '洪', '曾', '廖', '賴', '周', '葉'],
};

const pick = (list: readonly string[], chance: Chance) => list[chance(list.length)] as string;

/** A name in the writing of that language; the same name may come up twice, as in any company. */
export function nameIn(language: Language, chance: Chance): string {
  switch (language) {
    case 'zh-Hans':
      return pick(simplified.family, chance) + pick(simplified.given, chance);
    case 'zh-Hant':
      return pick(traditional.family, chance) + pick(traditional.given, chance);
    default:
      return `${pick(english.given, chance)} ${pick(english.family, chance)}`;
  }
}
