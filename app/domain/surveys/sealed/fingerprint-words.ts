// The words that a fingerprint is read in: 256 each, short and hard to mistake for one another. The Chinese ones are characters
// written alike in Simplified and Traditional Chinese, so that letters and pages in both can be compared.

export const englishWords: readonly string[] = /* @__PURE__ */ [
  'acorn album alder amber anchor apple april apron arch arrow aspen atlas attic autumn bacon badge baker bamboo',
  'banjo barley barrel basil basket beach beacon bean bell bench berry birch blanket blue boat bottle branch',
  'brass bread brick bridge brook broom bucket butter cabin cactus camel camera candle canoe canyon carpet carrot',
  'castle cedar cello chalk cherry chess chimney circus citrus clay clock clover cobalt coffee comet copper coral',
  'cotton cousin crane cricket crown curtain daisy dancer desert diamond dinner dolphin donkey drum eagle easel',
  'echo elbow engine fabric falcon farmer feather fern ferry fiddle field finch flame flute forest fossil',
  'fountain fox frost galaxy garden garlic gate ginger glacier glass glove goat gold granite grape gravel guitar',
  'hamlet hammer harp hazel hedge helmet hermit heron hill honey horizon horse hotel iceberg igloo indigo ink',
  'iris island ivory ivy jacket jasmine jelly jewel juice jungle kayak kernel kettle kitchen kite koala ladder',
  'lagoon lake lantern lemon leopard letter lily linen lion lizard lobster lotus magnet mango maple marble market',
  'meadow melon mirror monkey moon mosaic motor muffin museum mustard napkin nectar needle nest nickel nutmeg oak',
  'oasis ocean olive onion opera orange orbit orchid otter owl oyster paddle palace panda paper parrot pebble',
  'pencil pepper piano pigeon pillow pilot pine planet plum pocket poem poppy potato prairie puzzle quartz quilt',
  'rabbit radio raven ribbon river robin rocket rose ruby saddle salmon sand sapphire scarf shadow silver spoon',
  'statue summer sunset table tiger timber tulip turtle valley velvet violin walnut water willow window winter',
  'wizard yellow zebra',
].flatMap((line) => line.split(' '));

export const chineseWords: readonly string[] = /* @__PURE__ */ [
  '山水火日月天地中左右口手足心耳牙皮石田米竹草花果瓜豆茶酒糖油牛羊虎兔鹿象熊狐狼鼠雨雪雷冰霜露春夏秋冬西南北白黑灰青紫橙粉金珠沙泉',
  '江河湖海波池井川岸林松柏桃李杏梅柳桂枝根芽苗稻麻棉布衣帽鞋床桌椅窗杯碗盆瓶刀叉匙筷笛鼓琴棋歌舞弓箭旗塔亭城市村店寺屋瓦路道巷港站',
  '船帆星虹光明晨晚早夜年秒四五六七九十半甲乙丙方平直高低深快慢新老少父母兄弟姐妹友公子文武工史安和吉喜福祥康仁信勇思想念知答言字句',
  '名印章典走跑跳坐立行去生用打拍拉推提放拿取送收找切洗吃喝笑唱睡空玄朱赤橘柑梨柿蕉蒜菜菊荷梧杉槐藤蕨苔菌蜂蝶蛇雁燕雀泥岩峰坡谷洞溪',
].flatMap((line) => [...line]);
