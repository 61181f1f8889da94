import { type Claim, claimOf, type Setting } from './claim.js';
import { tidy } from './label.js';
import { withoutTimes } from './period/find-times.js';
import { cut, stripLead } from './phrase.js';

const CONTEST =
  /[^，,。；;、在]{0,24}?(?:大赛|竞赛|比武|比赛|测评|考核|评比|评选|测验|测试|考评|演练|评估|挑战赛|联赛|锦标赛|评价|运动会|会操|竞技)/;
const RANK_VERBS =
  /(?:分别|分获|均|并列|位居|居|位列|列|排名|排|获得|荣获|夺得|斩获|取得|摘得|勇夺|获|(?<!排)名列|跃居|跃升至|升至|提升至|上升至|达到|为|是|处于|稳居|一举|保持|第)+\s*$/;

/** The contest, survey or appraisal that a clause names, in short; empty for none. */
export function contestIn(text: string): string {
  if (!/[赛武测考评演竞]|运动会|会操/.test(text)) return '';
  const match = CONTEST.exec(withoutTimes(text));
  return match ? tidy(match[0].replace(/^(?:.*?在|位居|位列|由|荣获|获得|市公安局|公安部组织的|组织的)/, '')) : '';
}

/** 辅警高飞获武装越野|第三名: the event, where a person won it; empty for none. */
const soloProject = (before: string): string =>
  /(?:民警|辅警|选手|队员|同志)[一-鿿]{0,4}?(?:获得?|夺得|斩获|勇夺|取得)((?!团体|个人|总|全)[一-鿿]{2,8})$/.exec(
    before,
  )?.[1] ?? '';

/** 团体第一, 第3位, 主城区第1: a place in a ranking. `第四次` is how often and is flagged `occurrence`. */
export function rankClaim(setting: Setting): Claim | null {
  const { figure, clause, memory } = setting;
  const { quantity } = figure;
  if (quantity.form === 'occurrence') {
    const what = tidy(cut(figure.after.replace(/^(?:获得|荣获|获评|获|捧得|夺得|摘得|捧回)/, ''), 16));
    if (what === '') return null;
    return claimOf(setting, {
      label: `${what}次数`,
      kind: 'rank',
      unit: quantity.unit || '次',
      rule: 'fact/rank',
      flags: [...quantity.flags, 'occurrence'],
      noun: what,
    });
  }
  const own = contestIn(figure.before) || contestIn(clause.text);
  const contest = own || memory.contest;
  const before = tidy(stripLead(withoutTimes(figure.before)).replace(RANK_VERBS, ''))
    // 其中，刑拘数排名全市第二: the part is what is ranked
    .replace(/^这?其中[，,：:]?/, '')
    // 刑事警情在全市降幅第一: whose fall, in which league
    .replace(/在?(全[国省市县区州])((?:降|增|升|涨)幅|总量)(?:排名|排|居|列|位居|位列)?$/, '$2$1');
  // 位居中心城区第二, 列26个参评单位第3位, 在全省13个设区市里排名第四: the league is no name
  const leagueless = before
    .replace(/^在[^，,]{2,20}(?:里|中|内)$/, '')
    .replace(/(?:跃居|跃升|跃至|升至|位居|位列|名列|稳居|排名|位次|居|列)[^，,]*$/, '')
    .replace(/^(?:在|我|全)?(?:[一-鿿]{1,6}?(?:区|市|县|局|公安|分局))$/, '')
    .replace(/^在?全[国省市县区州]$/, '')
    .replace(/^.{2,6}$/, (name) => (memory.places.includes(name) ? '' : name));
  // 盗抢骗案件的破案率也有了质的飞跃,在全国排名第二: the measure stands in the clause before
  const told = memory.topicNearer
    ? (/^.{2,20}?(?:率|数|度|感|指数|总量|得分)(?=也|有|又|再|持续|大幅|明显|不断|得到|取得|实现|创)/.exec(
        memory.topic,
      )?.[0] ?? '')
    : '';
  // 团体总分位列县级组第二
  const [, manner = '', group = ''] =
    /((?:团体|个人)(?:总分|全能)?|总分|综合|总成绩)(?:(?:位列|位居|名列|排名|列|居|获)([^，,]{0,6}))?$/.exec(before) ??
    [];
  const region = /(?:全国|全省|全市|全区|全县|主城区|中心城区|全州|西部|中部)[一-鿿]{0,4}?$/.exec(before)?.[0] ?? '';
  let body: string;
  if (contest && (own || leagueless.length < 6 || /(?:队|民警|同志|选手)/.test(before) || manner)) {
    const project = /([^，,获]{2,12}项目)/.exec(before)?.[1] ?? '';
    body = `${contest}${project.replace(/^.*(?:获|夺得)/, '') || soloProject(before)}${/组$/.test(group) ? group : ''}${manner}`;
  } else body = leagueless || told || memory.label || contest || memory.topic;
  // 降幅居全省第一: whose
  if (
    /^(?:降幅|增幅|涨幅|升幅|总量|数量|总数|增量|均)/.test(body) &&
    memory.label !== '' &&
    !body.includes(memory.label)
  )
    body = `${memory.label}${body}`;
  body = cut(
    body.replace(/(?:得分|排名|名次)$/, '').replace(/(?:荣获|获得|获|夺得|勇夺|斩获)(?=(?:团体|个人|总分|综合)?$)/, ''),
    30,
  );
  if (body === '' || body === '数') return null;
  if (region && !body.includes(region)) body += region;
  const unit = /^(?:名|位)$/.test(quantity.unit) ? quantity.unit : '名次';
  return claimOf(setting, {
    label: tidy(`${body}名次`),
    kind: 'rank',
    unit,
    rule: 'fact/rank',
    leansBack: own === '' && contest !== '',
    noun: body,
  });
}
