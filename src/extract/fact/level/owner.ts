import { matchesOf } from '../../../text/matches.js';
import type { Setting } from '../claim.js';
import type { Phrase } from '../phrase.js';
import { beginsWithVerb } from '../subject.js';

const PLATFORM = /12123|警通|平台|APP|小程序|移动端|系统|[A-Za-z]/;
const PLATFORM_MEASURE = /用户|注册|网办|办件|网上受理|上线|安装|点击|下载|访问|浏览/;

/** Deeds that say little without their doer: 提供线索, 演出, 惠及群众. */
const BY_SOMEBODY =
  /^(?:累计)?(?:惠及|服务群众|服务企业|受益|提供|收到|接待|演出|队员|成员|观众|志愿者|组员|参与|兑换|上线|注册|访问|播放|点击|阅读|总播放量|粉丝)/;

/**
 * The quoted name that a bare verb or a platform's figure belongs to: “平安星期六”…已办37场, “政务服务平台”上线324项; empty for none. `name`
 * is the label so far.
 */
export function ownerOf(setting: Setting, phrase: Phrase, name: string): string {
  if (name.includes('“')) return '';
  const subject = subjectStill(setting, phrase, name);
  if (subject !== '') return subject;
  const { memory, figure } = setting;
  const own = matchesOf(figure.before, /“[^”，,。]{2,14}”(?:APP|小程序|平台|移动端)?/g).at(-1)?.[0];
  const doer = own === undefined ? '' : doerBefore(figure.before, own, phrase, name);
  if (doer !== '') return doer;
  // 国家反诈中心APP安装率达81%，注册用户45万人: the platform counted before, without quotation marks
  const platform = /^(?:注册|下载|安装|访问|点击|关注|粉丝)/.test(name)
    ? /^[^“”，,]{2,12}?(?:APP|App|小程序|公众号|平台|视频号)/.exec(memory.label)?.[0]
    : undefined;
  if (own === undefined && platform !== undefined) return platform;
  const quoted = own ?? memory.quoted;
  if (quoted === '') return '';
  if (PLATFORM.test(quoted) && PLATFORM_MEASURE.test(name)) return quoted;
  if (own !== undefined) return '';
  if (phrase.noun === '' && name.length <= 7 && memory.quotedHere) return quoted;
  return BY_SOMEBODY.test(name) && name.length <= 12 && quoted.length <= name.length * 1.5 ? quoted : '';
}

/** “哨兵”平台注册群众6万人，上报信息1.9万条; 在“云剑”行动中抓获逃犯186名: the subject goes on. */
function subjectStill({ memory: { subject }, clause }: Setting, phrase: Phrase, name: string): string {
  if (subject === '' || phrase.verb === '' || subject.length > name.length * 1.5) return '';
  const isCampaign = /(?:行动|战役|会战|攻势)$/.test(subject);
  return beginsWithVerb(clause.text) || (isCampaign && clause.text.includes(subject.slice(1, 3))) ? subject : '';
}

/** “老鲁调解室”成功调解疑难纠纷211起: who did it stands right before the deed. */
function doerBefore(before: string, own: string, { verb }: Phrase, name: string): string {
  if (verb === '' || /[\d·、]/.test(own) || /吸收|吸纳|发展|招募|组建/.test(verb) || own.length > name.length + 2)
    return '';
  const rest = before.slice(before.lastIndexOf(own) + own.length);
  const deed = rest.indexOf(verb.slice(0, 2));
  const between = rest.slice(0, Math.max(0, deed));
  if (deed < 0 || deed > 16 || /[，,、的]|在|为|对/.test(between) || !isSubject(before, own)) return '';
  const body =
    /^[一-鿿]{0,12}?(?:团|队|室|站|联盟|中心|平台|小程序|志愿者|模型|系统|义警|机制|专班)/.exec(between)?.[0] ?? '';
  return own + body;
}

/** True when nothing before the name governs it: 依托“…”, 推出“…” are no subjects. */
function isSubject(before: string, own: string): boolean {
  const lead = before.slice(0, before.lastIndexOf(own)).trim();
  return !/(?:依托|通过|开展|推出|打造|建立|成立|组建|推行|利用|运用|围绕|按照|落实|在|以|用|对|将|把|的|涉|和|、|”)$/.test(
    lead,
  );
}
