import type { Period } from '../../model/corpus.js';
import type { Span } from '../../model/span.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { bureauName, type Reading, type Recipient, recipientsBefore, recipientsIn } from './recipients.js';
import { yearOf } from './year.js';

const RANK =
  /(?<!倒数)(?:位居|位列|位于|名列|排名|排在|稳居|跃居|跃升至?|升至|跻身|进入|挺进|保持|继续保持|居于|居|列|排|(?:综合得分|得分|总分|成绩)(?![位排名居列均]))(?:在|于|为|达|均为)?((?:19|20)\d{2}年的)?([^，,。“]{0,16}?|“[^”]{1,12}”[^，,。“]{0,12}?)(?<!倒数)(第一方阵|第[一二三]等[次级]|优秀等[次级]|第一梯队|第[一二三四五六七八九十\d]{1,2}(?:位|名)?|前列|前茅|榜首|首位|前(?:[两二三四五六八九十]|\d{1,2})(?:名|位|强)?(?!季|年|个)|之首)/u;
/** 全市公安机关绩效考核 第1名(三连冠): a line of a list without a verb. */
const LISTED =
  /^(?!在)([^，,。]{4,40}?(?:考核|考评|测评|评估|评价|竞赛|比武|大赛|比赛))[\s:：]*((?:连续[^，,。第]{1,4}[年次届])?(?:均)?(?:获|得|为)?(?:第[一二三四五六七八九十\d]{1,2}(?:名|位|等[次级])?|优秀等[次级]))/u;
/** 对公安队伍满意度连续2年全省第一: no verb at all. */
const VERBLESS =
  /(?<=(?:满意度|满意率|安全感|测评|考核|考评|评价|评估|工作|行动|战果)(?:[\d.]{1,8}[%分])?(?:均|也)?(?:连续[^，,。]{1,4}[年次月])?)()((?:全[国省市区县州]|同类)[^，,。第]{0,6})(第[一二三四五六七八九十\d]{1,2}(?:名|位)?)/u;
/** A line of work, or a rate of success: its rank in a league was drawn up by those who compare it. 一项工作, 各项工作 name none. */
const LINE_OF_WORK =
  /^(?!各项|多项|一项|多个|全部).{4,}(?:工作|行动)$|(?:破案|下降|化解|调处|办结|查处|追赃|返还|打击|见警|网办|达标|合格|优秀)率$/u;
/** 新的一年将…: what follows in the sentence is still to come. */
const TO_COME =
  /力争|争取|确保|(?:新的一年|下一步|下半年|明年|今后|局|公安|我们)[^，,]{0,12}?(?:将|计划|要)(?!士|军|近)/u;
/** Only a ranking somebody drew up is an honour; that a number of cases is the first is none. */
const EVALUATED =
  /测评|考核|考评|评估|评价|评议|评选|评比|满意|安全感|绩效|(?:[”]|行动|会战|战役)(?:专项行动)?战[果绩]|竞赛|比武|大赛|比赛|获奖|执法质量|营商环境|得分|成绩|公众|好评|综治|平安建设/u;
const LEAGUE =
  /全[国省市区县州]|各[市州县区]|同类|[\d一二三四五六七八九十]+个|主城区|省内|市内|中心城区|省[直级]|市[直级]/u;
const FIGURES = /GDP|生产总值|人口|增速|总量|警情数|案件数/u;
const CONTEST =
  /在([^，,。]{3,70}?(?:测评|考核|考评|评估|评价|评议|评选|评比|竞赛|大比武|比武|大赛|比赛|调查|排名|会战|行动|检查|“[^”]{2,8}”))(?:活动|工作)?(?:中|上|里)/u;

/** A clause in which a ranking may stand. Spans index the passage. */
interface RankClause {
  readonly reading: Reading;
  readonly period: Period;
  readonly clause: Span;
  readonly index: number;
  /** Its words, and the same with quotations masked. */
  readonly real: string;
  readonly text: string;
  /** The words of the clause before; empty for none. */
  readonly above: string;
  /** True when another finder has read the words in this span. */
  readonly isTaken: (start: number, end: number) => boolean;
}

/** Rankings: 2022年我市群众安全感测评位居全省前列; in a contest, one for each contest that is named. */
export function placingsIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence } = reading;
  const isRead = (start: number, end: number): boolean => isTaken(passage.start + start, passage.start + end);
  return sentence.clauses.flatMap((clause, index) => {
    const text = passage.masked.slice(clause.start, clause.end);
    if (/力争|确保|争取|目标(?!绩效|考核|管理|责任)|努力|将|计划/u.test(text)) return [];
    if (TO_COME.test(passage.masked.slice(sentence.start, clause.start))) return [];
    const previous = sentence.clauses[index - 1];
    const above = previous ? passage.text.slice(previous.start, previous.end) : '';
    const real = passage.text.slice(clause.start, clause.end);
    const at: RankClause = { reading, period, clause, index, real, text, above, isTaken: isRead };
    return withoutVerb(at) ?? withVerb(at);
  });
}

/** 全市公安机关绩效考核 第1名(三连冠): a line of a list; null where the clause is none. */
function withoutVerb({ reading, period, clause, real, text, isTaken }: RankClause): FoundHonour[] | null {
  const { passage, jurisdiction, words } = reading;
  const body = text.replace(BULLETS, '');
  const listed = LISTED.exec(body);
  const rank = rankIn(text);
  if (!listed || (rank && rank.index <= 2) || passage.kind === 'heading') return null;
  if (isTaken(clause.start, clause.end)) return [];
  const start = passage.start + clause.start + text.length - body.length;
  const title = `${listed[1]}${(listed[2] ?? '').replace(/^连续[^，,。第]{1,4}[年次届]/u, '')}`;
  const named = { title, context: title, grantor: null, contest: null, pooled: false };
  return [
    {
      title,
      recipient: bureauName(jurisdiction),
      kind: 'org',
      level: levelOf(named, jurisdiction, words, reading.speaksOf),
      grantor: null,
      year: yearOf(title, period),
      count: null,
      span: { start, end: passage.start + clause.end },
      key: { start, end: start + listed[0].length },
      rule: 'honour/listed-rank',
      flags: [],
      clause: real,
      named: false,
    },
  ];
}

const BULLETS = /^[\s●★▲■·•*-]+/u;
const rankIn = (text: string): RegExpExecArray | null => RANK.exec(text) ?? VERBLESS.exec(text);

/** A rank as it is said: whose league, and what stands before. Offsets index the clause. */
interface Rank {
  readonly start: number;
  readonly end: number;
  /** 第一, 前列 */
  readonly rank: string;
  /** 前列, 第一方阵: no number. */
  readonly isVague: boolean;
  /** 全省, 全市公安机关; empty for none. */
  readonly field: string;
  /** The words before the verb, the league's aside. */
  readonly before: string;
  /** 2022年的 between verb and rank. */
  readonly ofYear: string;
}

function rankSaid({ real, text }: RankClause): Rank | null {
  const match = rankIn(text);
  if (!match) return null;
  const [whole, ofYear = '', masked = '', rank = ''] = match;
  const start = match.index;
  const at = start + whole.length - rank.length - masked.length;
  const league = real.slice(at, at + masked.length);
  // 在全省13个设区市里排名第四: the league stands before the verb.
  const stood = /在(全[国省市区县州][^，,]{0,16}?)(?:中|里|内)?(?:(?:由|从)[^，,]{0,8}第[^，,]{1,4}?[位名])?$/u.exec(
    real.slice(0, start),
  );
  // 在全市绩效考核中排名第一: that is the contest.
  const within = stood && !EVALUATED.test(stood[1] ?? '') && !/“/u.test(stood[1] ?? '') ? stood : null;
  const before = real.slice(0, within?.index ?? start);
  const direct = /(全[国省市区县州])(?:内)?$/u.exec(before)?.[1];
  const field =
    (league === '' ? direct : undefined) ?? within?.[1]?.replace(/[\d一二三四五六七八九十]+个.*$/u, '') ?? league;
  return { start, end: start + whole.length, rank, isVague: /前列|前茅|方阵|梯队/u.test(rank), field, before, ofYear };
}

/** What a rank is of. */
interface Ranked {
  /** The contest; null for a measure. */
  readonly contest: string | null;
  /** The measure; empty for a contest. */
  readonly measure: string;
  /** What stands right before the rank. */
  readonly own: string;
  /** 战果 in the contest: what of it was ranked; empty for the whole. */
  readonly part: string;
  /** A line of work that somebody compared: 反诈工作. */
  readonly isOfWork: boolean;
}

/** What was ranked, where somebody drew the ranking up; null for any other first. */
function whatIsRanked(said: Rank, at: RankClause): Ranked | null {
  const { passage, sentence } = at.reading;
  const { before, isVague, field, rank } = said;
  const own = measureOf(before);
  if (/^(?:数量|总数|总量|均|都)$/u.test(own)) return null;
  const isNamed = EVALUATED.test(own) && own.length >= 3;
  const earlier = passage.text.slice(sentence.start, at.clause.start);
  const contest = CONTEST.exec(before)?.[1] ?? (isNamed ? null : (CONTEST.exec(earlier)?.[1] ?? null));
  const measure = contest !== null ? '' : isNamed || (own.length >= 3 && isVague) ? own : measureBefore(own, said, at);
  // 在“云剑”行动中抓获逃犯186名，绩效列全市之首: what was ranked stands with the rank, where it was in the clause before.
  const achieved = contest !== null && /行动|会战|战役/u.test(contest) ? /战[果绩]$/u.exec(own)?.[0] : undefined;
  const part = contest !== null && !EVALUATED.test(contest) ? (achieved ?? (EVALUATED.test(own) ? own : '')) : '';
  const isOfWork = contest === null && LINE_OF_WORK.test(measure) && LEAGUE.test(field);
  const isDrawnUp = isVague || isOfWork || EVALUATED.test(`${contest ?? ''}${measure}${part}`);
  if (!isDrawnUp || (isVague && !LEAGUE.test(field) && (contest === null || /方阵|梯队/u.test(rank)))) return null;
  // 在比武中斩获4金6银，团体总分位列第二: the same success by its figure.
  if (/^(?:团体)?总(?:成绩|分)$/u.test(own) && at.isTaken(sentence.start, at.clause.start)) return null;
  if (FIGURES.test(measure) && !/获奖/u.test(measure)) return null;
  const saysNothing = measure.length < 2 || /^(?:数量|总数|均|总量|各项工作|工作|多项工作)$|突破|显著/u.test(measure);
  return contest === null && saysNothing ? null : { contest, measure, own, part, isOfWork };
}

/** The measure of an earlier clause of the sentence that was evaluated; else of the clause before a vague rank, or what stands before a rank. */
function measureBefore(
  own: string,
  { isVague }: Rank,
  { reading: { passage, sentence }, index, above }: RankClause,
): string {
  for (const { start, end } of sentence.clauses.slice(0, index).reverse()) {
    const said = passage.text.slice(start, end);
    const measure = measureOf(said);
    // 被评为优秀单位: an honour of its own.
    if (!/被[^，,]{0,20}为/u.test(said) && EVALUATED.test(measure)) return measure;
  }
  return measureOf(isVague ? above : own);
}

function withVerb(at: RankClause): FoundHonour[] {
  const said = rankSaid(at);
  const { reading, period, clause, real } = at;
  if (!said || at.isTaken(clause.start + said.start, clause.start + said.end)) return [];
  const ranked = whatIsRanked(said, at);
  if (!ranked) return [];
  const { passage, jurisdiction, words } = reading;
  const { contest, measure, part } = ranked;
  const { field, rank, before, isVague } = said;
  const owners = ownersOf(ranked, at);
  const names =
    contest !== null
      ? splitContests(contest).map((name) => name + part)
      : [owners === null ? measure : measure.slice(owners.name.length).replace(/^[的在]/u, '')];
  // 社会治安满意度在全省14个市州中排名第1，队伍满意度排名第2: in the league of the clause before.
  const isInLeagueAbove = field === '' && contest === null && RANK.test(at.above);
  const leagueAbove = isInLeagueAbove ? (LEAGUE.exec(at.above)?.[0] ?? '') : '';
  const end = passage.start + clause.start + said.end;
  const start = passage.start + clause.start + (/^[\s●★▲■·•*-]*/u.exec(real)?.[0].length ?? 0);
  const recipients = isOfPlace(said, ranked, at)
    ? [placeOf(at)]
    : (owners?.recipients ?? recipientsOf(said, ranked, at));
  return names.flatMap((name) => {
    // 居全省16个市第4位: the league without how many are in it.
    const among = /^第/u.test(rank) && /^\d|个/u.test(field) ? (/^全[国省市区县州]/u.exec(field)?.[0] ?? '') : field;
    const title = `${name}${among}${rank}`;
    const named = { title, context: `${field}${name}${leagueAbove}`, grantor: null, contest: name, pooled: false };
    return recipients.map(
      (recipient): FoundHonour => ({
        title,
        recipient: recipient.name,
        kind: recipient.kind,
        level: levelOf(named, jurisdiction, words, reading.speaksOf),
        grantor: null,
        year: yearOf(`${before}${said.ofYear}${title}`, period),
        count: null,
        span: { start, end: Math.max(end, start + 1) },
        key: { start: passage.start + clause.start + said.start, end },
        rule: isVague ? 'honour/vague-rank' : 'honour/rank',
        flags: isVague ? ['vague'] : [],
        clause: real,
        named: recipient.start !== null,
      }),
    );
  });
}

/** 市公安局|执法质量考评: whose it is stands before what was ranked; null where nobody does. */
function ownersOf(
  { contest, measure }: Ranked,
  at: RankClause,
): { readonly name: string; readonly recipients: readonly Recipient[] } | null {
  const name = contest === null ? at.reading.words.bodyAtStart.exec(measure)?.[0] : undefined;
  if (name === undefined || /队伍$/u.test(name)) return null;
  const rest = measure.slice(name.length);
  if (!/^[^、和及与]/u.test(rest) || !EVALUATED.test(rest)) return null;
  const recipients = recipientsNamed(name, at);
  return recipients.length > 0 ? { name, recipients } : null;
}

/** The recipients in a name that stands in the clause. */
function recipientsNamed(name: string, { reading, clause, real }: RankClause): Recipient[] {
  const start = real.indexOf(name);
  return start < 0 ? [] : recipientsIn(clause.start + start, clause.start + start + name.length, reading);
}

/** How safe people feel and how firms fare is the place's, not the bureau's. */
const isOfPlace = ({ before }: Rank, { contest, measure }: Ranked, { reading: { words } }: RankClause): boolean =>
  /我[市省区县](?!公安|警方)/u.test(before) ||
  (contest === null && /安全感|营商环境/u.test(measure) && !words.bodyAtStart.test(before));

const placeOf = ({ reading: { jurisdiction } }: RankClause): Recipient => ({
  name: jurisdiction.name,
  kind: 'city',
  count: null,
  start: null,
});

/** Who was ranked, where the measure names nobody. */
function recipientsOf(
  { start }: Rank,
  { contest, measure, own, part, isOfWork }: Ranked,
  at: RankClause,
): readonly Recipient[] {
  const { reading, clause } = at;
  if (contest !== null) return recipientsBefore(part === '' ? clause.start + start : clause.start, reading, 'any');
  // 公布综合考核结果，市公安局位列第一等次: who stands before the verb.
  if (own !== measure && reading.words.bodyAtStart.exec(own)?.[0] === own) return recipientsNamed(own, at);
  return supplied(clause.start, reading, isOfWork);
}

/** The recipient of a ranking of a measure is the body the sentence or paragraph is about. */
function supplied(at: number, reading: Reading, isOfWork: boolean): ReturnType<typeof recipientsBefore> {
  const found = recipientsBefore(at, reading, 'any');
  return found.every((r) => r.kind === 'org' || (r.kind === 'city' && !isOfWork))
    ? found
    : [{ name: bureauName(reading.jurisdiction), kind: 'org', count: null, start: null }];
}

/** What was ranked, without whose it is and without its own figure: 2022年我市群众安全感测评 → 群众安全感测评. */
function measureOf(text: string): string {
  return text
    .replace(/^[\s●★▲■·•*-]+/u, '')
    .replace(/(?:位居|名列|位列|排名|稳居).*$/u, '')
    .replace(/^.*(?:荣获|获评|获得|获(?!奖)|主责的|评为|评定为|授予)/u, '')
    .replace(/(?<=.{4})(?:优秀|先进|优胜)(?:单位|集体|等次)$/u, '')
    .replace(/^(?:其中|同时|并|且|均|也|使|连续[^，,]{1,3}年)/u, '')
    .replace(/^(?:[\u4e00-\u9fff、]{0,10}?公布|通报|发布|印发)了?/u, '')
    .replace(/^(?:该局|该所|本局)/u, '')
    .replace(/^(?:\d{4}年度?|今年以来|今年|全年|近\d?[\u4e00-\u9fff]年[，,]?)?/u, '')
    .replace(/^(?:我|全)[市省区县局]/u, '')
    .replace(
      /(?:提升|达|提高|上升(?!率)|下降(?!率)|升至|攀升|稳定在|由|从|得分|得票)(?:至|到|了)?[\d.%约超近]*.*$/u,
      '',
    )
    .replace(/^(?:省|市|国家)?统计局[^，,的]{0,8}的/u, '')
    .replace(
      /(?:均|也|都|连年|多年|连续[^，,年次]{1,4}[年次]|始终|继续|一直|稳步|持续|已|得分[\d.]*分?|达[\d.]+[%分]?)+$/u,
      '',
    )
    .replace(/(?<=考核|考评|测评|评估|评价)结果$/u, '')
    .replace(/[\d.]+[%分]$/u, '')
    .replace(/^(?:人民群众|群众|社会公众)?对(?:[我全][市省区县])?/u, '')
    .replace(/^[\u4e00-\u9fff]{2,3}[省市区县](?=群众安全感|公众安全感|安全感|营商环境)/u, '')
    .trim()
    .slice(-32);
}

function splitContests(text: string): string[] {
  const parts = text.replace(/^(?:\d{4}年度?(?=[^全省市]))/u, '').split('、');
  return parts.length > 1 && parts.every((p) => p.length >= 4 && EVALUATED.test(p)) ? parts : [text];
}
