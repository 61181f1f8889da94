// A seeded generator of work reports: any number, varied places, figures, wording and order; the same seed gives the same bytes.

/** Numbers in [0, 1) from a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST = '青清云龙凤白金银东西南北安宁平永长新兴丰华明文武江河湖海山石林松柏梅兰竹菊春秋冬夏天阳月星';
const LAST = '州阳山水江河溪湖川原岭岗坪屏桥门口台城关泉源潭洲塘浦港湾崖峰谷林陵安宁昌康';
const LEVELS = [
  ['省', 'province', '省公安厅', '全省'],
  ['市', 'city', '市公安局', '全市'],
  ['区', 'district', '公安分局', '全区'],
  ['县', 'county', '县公安局', '全县'],
];
const STATIONS = ['城关', '河西', '东风', '新桥', '北门', '石滩', '柳林', '临江'];
const HONOURS = [
  '全国优秀公安局',
  '全国公安机关执法示范单位',
  '全省平安建设先进集体',
  '全市先进基层党组织',
  '省级文明单位',
];
const PRACTICES = [
  '一村一辅警',
  '警格+网格',
  '平安夜巡',
  '家门口警务室',
  '无诈社区',
  '百警进百企',
  '枫警调解室',
  '数字哨兵',
  '反诈直通车',
  '警企直通车',
];

/** Sentences of the genre. `n(a, b)` a whole number, `p()` a percentage, `f.all` 全市 …, `f.place` the place. */
const SENTENCES = [
  (f) => `今年以来，${f.all}公安机关共立电信网络诈骗案件${f.n(80, 9000)}起，同比下降${f.p()}%。`,
  (f) =>
    `${f.place}公安破获电信网络诈骗案件${f.n(50, 6000)}起，抓获犯罪嫌疑人${f.n(40, 5000)}名，同比分别上升${f.p()}%、${f.p()}%。`,
  (f) => `全年紧急止付涉案资金${f.n(2, 90)}.${f.n(1, 9)}亿元，劝阻潜在受害人${f.n(1, 60)}万余人次。`,
  (f) => `国家反诈中心APP安装注册${f.n(20, 600)}.${f.n(1, 9)}万人，覆盖率达${f.n(60, 95)}.${f.n(1, 9)}%。`,
  (f) => `排查化解矛盾纠纷${f.n(900, 90000)}起，化解率${f.n(90, 99)}.${f.n(1, 9)}%。`,
  (f) => `${f.all}建成社区警务室${f.n(30, 900)}个，配备社区民警${f.n(60, 3000)}名、辅警${f.n(100, 6000)}名。`,
  (f) => `“${f.pick(PRACTICES)}”机制在${f.pick(STATIONS)}派出所率先落地，走访群众${f.n(3, 90)}万余户。`,
  (f) => `刑事警情同比下降${f.p()}%，治安警情同比下降${f.p()}%，盗抢案件破案率达${f.n(70, 99)}.${f.n(0, 9)}%。`,
  (f) => `深化“放管服”改革，推出便民措施${f.n(10, 90)}项，办理“跨省通办”业务${f.n(300, 40000)}件。`,
  (f) => `走访企业${f.n(300, 9000)}家，收集意见建议${f.n(50, 3000)}条，解决问题${f.n(40, 2000)}个。`,
  (f) =>
    `侦破侵犯知识产权案件${f.n(3, 300)}起，涉案金额${f.n(200, 9000)}余万元，为企业挽回经济损失${f.n(100, 8000)}万元。`,
  (f) => `${f.place}公安局荣获“${f.pick(HONOURS)}”称号，${f.n(2, 30)}个集体、${f.n(10, 200)}名个人受到市级以上表彰。`,
  (f) =>
    `${f.pick(STATIONS)}派出所民警${f.pick(['李', '王', '张', '陈', '赵'])}${f.pick(['建国', '志强', '晓明', '春梅'])}荣立个人${f.pick(['一', '二', '三'])}等功。`,
  (f) =>
    `群众安全感、满意度分别达到${f.n(95, 99)}.${f.n(10, 99)}%和${f.n(92, 98)}.${f.n(10, 99)}%，连续${f.pick(['三', '四', '五'])}年位居前列。`,
  (f) => `截至${f.n(10, 12)}月底，共受理身份证、居住证业务${f.n(2, 40)}万余笔，“一窗通办”率达${f.n(80, 100)}%。`,
  (f) => `组织开展“断卡”“云剑”等专项行动，打掉犯罪团伙${f.n(3, 200)}个，缴获手机卡${f.n(200, 9000)}张。`,
  () => '坚持和发展新时代“枫桥经验”，把矛盾化解在基层、化解在萌芽状态。',
  () => '一分部署，九分落实。全体民警以“时时放心不下”的责任感守护万家灯火。',
  (f) => `下一步，将力争用两年时间实现智慧警务室覆盖率${f.n(90, 100)}%以上。`,
  (f) => `“感谢你们！”${f.n(1, 12)}月${f.n(1, 28)}日，市民刘女士将一面锦旗送到${f.pick(STATIONS)}派出所。`,
];
const HEADINGS = ['聚焦主业 守护平安', '筑牢反诈防线', '优化营商环境', '夯实基层基础', '锻造公安铁军', '深化改革创新'];

/**
 * Report number `index` of a seed, as `duizhao extract` takes it.
 * @param {{ seed?: number, places?: number }} [options] places: how many jurisdictions share the reports
 */
export function report(index, { seed = 1, places = 400 } = {}) {
  const next = chance((seed * 2654435761 + index * 40503) >>> 0);
  const n = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const number = index % places;
  const own = chance((seed * 97 + number * 7919 + 5) >>> 0);
  const name = FIRST[Math.floor(own() * FIRST.length)] + LAST[Math.floor(own() * LAST.length)];
  const [suffix, level, bureau, all] = LEVELS[Math.floor(own() * LEVELS.length)];
  const year = 2018 + (Math.floor(index / places) % 6);
  // no sentence twice in a report: that would be a repeat with another figure
  const left = [...SENTENCES];
  const sentence = () => {
    if (left.length === 0) left.push(...SENTENCES);
    return left.splice(Math.floor(next() * left.length), 1)[0](f);
  };
  const f = { n, pick, p: () => `${n(1, 60)}.${n(0, 9)}`, all, place: `${name}${suffix}` };
  const sections = n(3, 4);
  const lines = [`${name}${suffix}公安${pick(['这一年', '交出亮眼答卷', '工作综述', '护航发展纪实'])}`, ''];
  for (let section = 0; section < sections; section += 1) {
    lines.push(`${'一二三四五六'[section]}、${pick(HEADINGS)}`, '');
    for (let paragraph = n(1, 3); paragraph > 0; paragraph -= 1)
      lines.push(Array.from({ length: n(1, 3) }, sentence).join(''), '');
  }
  const id = `p${number}-${year}-${index}`;
  return {
    id,
    jurisdiction: { id: `p${number}`, name: f.place, short: name, level, aliases: [`${name}公安`, `${name}${bureau}`] },
    period: { from: `${year}-01-01`, to: `${year}-12-31`, label: `${year}年` },
    file: `${id}.txt`,
    text: `${lines.join('\n')}\n`,
  };
}
