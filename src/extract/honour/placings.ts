import type { Period } from '../../model/corpus.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { bureauName, type Reading, recipientsBefore, recipientsIn } from './recipients.js';
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

/** Rankings: 2022年我市群众安全感测评位居全省前列; in a contest, one for each contest that is named. */
export function placingsIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence, jurisdiction, words } = reading;
  const found: FoundHonour[] = [];
  for (const [i, clause] of sentence.clauses.entries()) {
    const text = passage.masked.slice(clause.start, clause.end);
    const real = passage.text.slice(clause.start, clause.end);
    const listed = LISTED.exec(text.replace(/^[\s●★▲■·•*-]+/u, ''));
    const match = RANK.exec(text) ?? VERBLESS.exec(text);
    if (/力争|确保|争取|目标(?!绩效|考核|管理|责任)|努力|将|计划/u.test(text)) continue;
    if (TO_COME.test(passage.masked.slice(sentence.start, clause.start))) continue;
    if (listed && (!match || match.index > 2) && passage.kind !== 'heading') {
      const offset = text.length - text.replace(/^[\s●★▲■·•*-]+/u, '').length;
      const title = `${listed[1]}${(listed[2] ?? '').replace(/^连续[^，,。第]{1,4}[年次届]/u, '')}`;
      if (isTaken(passage.start + clause.start, passage.start + clause.end)) continue;
      found.push({
        title,
        recipient: bureauName(jurisdiction),
        kind: 'org',
        level: levelOf(
          { title, context: title, grantor: null, contest: null, pooled: false },
          jurisdiction,
          words,
          reading.speaksOf,
        ),
        grantor: null,
        year: yearOf(title, period),
        count: null,
        span: { start: passage.start + clause.start + offset, end: passage.start + clause.end },
        key: {
          start: passage.start + clause.start + offset,
          end: passage.start + clause.start + offset + listed[0].length,
        },
        rule: 'honour/listed-rank',
        flags: [],
        clause: real,
        named: false,
      });
      continue;
    }
    if (!match) continue;
    const [whole, ofYear, masked = '', rank = ''] = match;
    const at = match.index + whole.length - rank.length - masked.length;
    const league = real.slice(at, at + masked.length);
    if (isTaken(passage.start + clause.start + match.index, passage.start + clause.start + match.index + whole.length))
      continue;
    // 在全省13个设区市里排名第四: the league stands before the verb.
    const stood = /在(全[国省市区县州][^，,]{0,16}?)(?:中|里|内)?(?:(?:由|从)[^，,]{0,8}第[^，,]{1,4}?[位名])?$/u.exec(
      real.slice(0, match.index),
    );
    // 在全市绩效考核中排名第一: that is the contest.
    const within = stood && !EVALUATED.test(stood[1] ?? '') && !/“/u.test(stood[1] ?? '') ? stood : null;
    const before = within ? real.slice(0, within.index) : real.slice(0, match.index);
    const direct = /(全[国省市区县州])(?:内)?$/u.exec(before)?.[1];
    const field =
      (league === '' ? direct : undefined) ?? within?.[1]?.replace(/[\d一二三四五六七八九十]+个.*$/u, '') ?? league;
    const previous = sentence.clauses[i - 1];
    const above = previous ? passage.text.slice(previous.start, previous.end) : '';
    const earlier = passage.text.slice(sentence.start, clause.start);
    const own = measureOf(before);
    if (/^(?:数量|总数|总量|均|都)$/u.test(own)) continue;
    const named = EVALUATED.test(own) && own.length >= 3;
    const contest = named
      ? (CONTEST.exec(before)?.[1] ?? null)
      : (CONTEST.exec(before)?.[1] ?? CONTEST.exec(earlier)?.[1] ?? null);
    const vague = /前列|前茅|方阵|梯队/u.test(rank);
    const ranked = [...sentence.clauses.slice(0, i)].reverse().find((c) => {
      const said = passage.text.slice(c.start, c.end);
      // 被评为优秀单位: an honour of its own.
      return !/被[^，,]{0,20}为/u.test(said) && EVALUATED.test(measureOf(said));
    });
    const measure =
      contest !== null
        ? ''
        : named || (own.length >= 3 && vague)
          ? own
          : measureOf(ranked ? passage.text.slice(ranked.start, ranked.end) : vague ? above : own);
    // 在“云剑”行动中抓获逃犯186名，绩效列全市之首: what was ranked stands with the rank, where it was in the clause before.
    const achieved = contest !== null && /行动|会战|战役/u.test(contest) ? /战[果绩]$/u.exec(own)?.[0] : undefined;
    const fieldOf = contest !== null && !EVALUATED.test(contest) ? (achieved ?? (EVALUATED.test(own) ? own : '')) : '';
    const isOfWork = contest === null && LINE_OF_WORK.test(measure) && LEAGUE.test(field);
    if (!vague && !isOfWork && !EVALUATED.test(`${contest ?? ''}${measure}${fieldOf}`)) continue;
    if (vague && !LEAGUE.test(field) && (contest === null || /方阵|梯队/u.test(rank))) continue;
    // 在比武中斩获4金6银，团体总分位列第二: the same success by its figure.
    if (/^(?:团体)?总(?:成绩|分)$/u.test(own) && isTaken(passage.start + sentence.start, passage.start + clause.start))
      continue;
    if (FIGURES.test(measure) && !/获奖/u.test(measure)) continue;
    if (
      contest === null &&
      (measure.length < 2 || /^(?:数量|总数|均|总量|各项工作|工作|多项工作)$|突破|显著/u.test(measure))
    )
      continue;
    // 市公安局执法质量考评: whose it is stands before what was ranked.
    const ofBody = contest === null ? words.bodyAtStart.exec(measure)?.[0] : undefined;
    const body = ofBody !== undefined && /队伍$/u.test(ofBody) ? undefined : ofBody;
    const bodyAt = body === undefined ? -1 : real.indexOf(body);
    // 公布综合考核结果，市公安局位列第一等次: who stands before the verb.
    const isOwnBody = contest === null && own !== measure && words.bodyAtStart.exec(own)?.[0] === own;
    const whose =
      body !== undefined &&
      bodyAt >= 0 &&
      /^[^、和及与]/u.test(measure.slice(body.length)) &&
      EVALUATED.test(measure.slice(body.length))
        ? recipientsIn(clause.start + bodyAt, clause.start + bodyAt + body.length, reading)
        : [];
    const contests =
      contest === null
        ? [whose.length > 0 && body !== undefined ? measure.slice(body.length).replace(/^[的在]/u, '') : measure]
        : splitContests(contest).map((name) => name + fieldOf);
    const lead = /^[\s●★▲■·•*-]*/u.exec(real)?.[0].length ?? 0;
    const start = passage.start + clause.start + lead;
    const end = passage.start + clause.start + match.index + whole.length;
    // How safe people feel and how firms fare is the place's, not the bureau's.
    const place =
      /我[市省区县](?!公安|警方)/u.test(before) ||
      (contest === null && /安全感|营商环境/u.test(measure) && !words.bodyAtStart.test(before));
    const recipients = place
      ? [{ name: jurisdiction.name, kind: 'city' as const, count: null, start: null }]
      : whose.length > 0
        ? whose
        : isOwnBody
          ? recipientsIn(clause.start + real.indexOf(own), clause.start + real.indexOf(own) + own.length, reading)
          : contest === null
            ? supplied(clause.start, reading, isOfWork)
            : recipientsBefore(fieldOf === '' ? clause.start + match.index : clause.start, reading, 'any');
    // 社会治安满意度在全省14个市州中排名第1，队伍满意度排名第2: in the league of the clause before.
    const leagueAbove = field === '' && contest === null && RANK.test(above) ? (LEAGUE.exec(above)?.[0] ?? '') : '';
    for (const name of contests) {
      const title = `${name}${/^第/u.test(rank) && /^\d|个/u.test(field) ? '' : field}${rank}`;
      for (const recipient of recipients) {
        found.push({
          title,
          recipient: recipient.name,
          kind: recipient.kind,
          level: levelOf(
            { title, context: `${field}${name}${leagueAbove}`, grantor: null, contest: name, pooled: false },
            jurisdiction,
            words,
            reading.speaksOf,
          ),
          grantor: null,
          year: yearOf(`${before}${ofYear ?? ''}${title}`, period),
          count: null,
          span: { start, end: Math.max(end, start + 1) },
          key: { start: passage.start + clause.start + match.index, end },
          rule: vague ? 'honour/vague-rank' : 'honour/rank',
          flags: vague ? ['vague'] : [],
          clause: real,
          named: recipient.start !== null,
        });
      }
    }
  }
  return found;
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
    .replace(/(?:均|也|都|连续[^，,年次]{1,4}[年次]|始终|继续|一直|稳步|持续|已|得分[\d.]*分?|达[\d.]+[%分]?)+$/u, '')
    .replace(/(?<=考核|考评|测评|评估|评价)结果$/u, '')
    .replace(/[\d.]+[%分]$/u, '')
    .replace(/^(?:人民群众|群众|社会公众)?对(?:[我全][市省区县])?/u, '')
    .trim()
    .slice(-32);
}

function splitContests(text: string): string[] {
  const parts = text.replace(/^(?:\d{4}年度?(?=[^全省市]))/u, '').split('、');
  return parts.length > 1 && parts.every((p) => p.length >= 4 && EVALUATED.test(p)) ? parts : [text];
}
