import { matchesOf } from '../../text/matches.js';
import type { Reading } from './recipients.js';

const CONTEST =
  /((?:[^，,。、在]|、)[^，,。在]{0,60}?(?:大比武|比武竞赛|比武|大赛|竞赛|比赛|联赛|汇演|会演|评选|评比|测评|考核|考评|评估|评价|评议|展评|评审|演练|对抗赛|锦标赛|运动会|挑战赛|赛事|决赛|会操|会议|擂台赛|邀请赛|展播|征文|比拼|练兵|表彰|征集|展演|巡查|督察|检查|排名)[”]?(?:活动|工作)?)(?:中|上|里)/gu;
const JOINED =
  /(?:参加|参赛|问鼎|征战|代表[^，,]{2,8}参加|参与)([^，,。]{3,40}?(?:大比武|比武竞赛|比武|大赛|竞赛|比赛|汇演|锦标赛|挑战赛|对抗赛|运动会))/u;
/** 在全市营商环境评价公安指标中连续两年: whatever it is, if it stands right before the verb. */
const WITHIN = /在([^，,。在]{4,50})(?:中|里)[^，,。]{0,14}$/u;
/** 甲大队勇夺全市公安机关实战比武团体冠军，队员…分获手枪速射第一名: the contest is that of the clause before. */
const WON_BEFORE =
  /(全[国省市区县州][^，,。“”]{2,30}?(?:比武|竞赛|大赛|比赛))[^，,。“”]{0,12}(?:冠军|亚军|季军|第[一二三四五六\d]名?|[一二三]等奖|[金银铜]奖)[，,][^，,。]{0,24}$/u;
/** 2023年全市法治政府建设考核，市公安局: a clause that is a contest and nothing else. */
const BEFORE =
  /(?:^|[，,])([^，,。在]{4,40}?(?:考核|考评|测评|评议|竞赛|比武|大赛|评比))(?:结果|中)?[，,][^。]{0,60}$/u;
export const CONTEST_NOUN =
  /比武|大赛|竞赛|比赛|联赛|汇演|会演|测评|考核|考评|评估|评选|评比|展评|杯|锦标赛|挑战赛|革新|运动会|征文|演练|评价|擂台|会操|专项行动|会议/u;
const ORGANISER = /^([^，,。]{2,20}?)(?:联合)?(?:组织|举办|主办|开展|举行|承办)的/u;

/** The contest a placing was won in: the last one named before the verb in the sentence, split where several are listed. */
export function contestBefore(at: number, reading: Reading): { names: string[]; grantor: string | null } | null {
  const { passage, sentence } = reading;
  const own = contestOf(passage.text.slice(sentence.start, at));
  if (own) return own;
  // 在全省比武中，代表队斩获2金；民警秦某夺得手枪速射冠军: one sentence for its reader.
  const before = passage.sentences[passage.sentences.indexOf(sentence) - 1];
  return before && /；\s*$/u.test(passage.text.slice(before.start, sentence.start))
    ? contestOf(passage.text.slice(before.start, before.end))
    : null;
}

/** The last contest a text names. */
function contestOf(text: string): { names: string[]; grantor: string | null } | null {
  const inside = matchesOf(
    text,
    /(?:在|于)(?!.{0,3}(?:全[国省市]第|第[一二三四五六七八九十\d]{1,3}(?:[位名，,。]|$)))/gu,
  ).map((m) => m.index + m[0].length);
  let found: string | null = null;
  for (const start of inside.reverse()) {
    const match = new RegExp(`^${CONTEST.source}`, 'u').exec(text.slice(start));
    if (match?.[1]) {
      found = match[1];
      break;
    }
  }
  found ??=
    JOINED.exec(text)?.[1] ?? WITHIN.exec(text)?.[1] ?? WON_BEFORE.exec(text)?.[1] ?? BEFORE.exec(text)?.[1] ?? null;
  if (found === null) return null;
  const organiser = ORGANISER.exec(found);
  const name = (organiser ? found.slice(organiser[0].length) : found).replace(
    /^(?:[一两二三四五六七八九十\d]+届|历届|近期|刚刚(?:结束|落幕)的|首次)/u,
    '',
  );
  const parts = name.split(/、|和(?=全)/u);
  const names = parts.length > 1 && parts.every((p) => p.length >= 4 && CONTEST_NOUN.test(p)) ? parts : [name];
  return { names, grantor: organiser?.[1] ?? null };
}
