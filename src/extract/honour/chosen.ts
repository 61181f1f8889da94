import type { Period } from '../../model/corpus.js';
import { wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import type { Reading } from './recipients.js';
import { yearOf } from './year.js';

const CHOSEN =
  /(?:评选出|选树|推选出|评出|推出|表彰|选出|命名|评选|培树|选树推出)(?:了|出)?([^，,。“”]{0,10}?)(\d{1,5}|[一二两三四五六七八九十百]{1,4})(?:余|多)?(名|个|位|人|支|家)([^，,。]{2,24})/u;
/** 评选表彰优秀民警300名: how many stands behind what they are. */
const CHOSEN_BEHIND = /表彰(?:奖励)?(?:了)?()([^，,。“”、]{2,12}?)(\d{1,5})(?:余|多)?(名|个|位|人)$/u;
const MODEL = /先进|典型|标兵|能手|卫士|之星|最美|模范|榜样|优秀|十佳|示范|楷模|英模|集体|个人/u;

/** What a bureau itself chose, with a number: 开展“…卫士”选树活动，先后推出58名先进典型. Without a number it is an activity and no honour. */
export function chosenIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence, jurisdiction, words } = reading;
  const found: FoundHonour[] = [];
  for (const [i, clause] of sentence.clauses.entries()) {
    const text = passage.text.slice(clause.start, clause.end);
    const behind = CHOSEN_BEHIND.exec(text.trimEnd());
    const match = behind ?? CHOSEN.exec(text);
    if (!match) continue;
    const whole = match[0];
    const [number = '', measure = '', what = ''] = behind
      ? [behind[3], behind[4], behind[2]]
      : [match[2], match[3], match[4]];
    const start = clause.start + match.index;
    if (
      !MODEL.test(what) ||
      /媒体|宣传展示|报道|候选|奖励金/u.test(what) ||
      isTaken(passage.start + start, passage.start + start + whole.length)
    )
      continue;
    if (/宣传展示|报道|刊发/u.test(text.slice(0, match.index)) || /力争|计划|拟|将/u.test(text.slice(0, match.index)))
      continue;
    const previous = sentence.clauses[i - 1];
    const above = previous ? passage.text.slice(previous.start, previous.end) : '';
    const campaign = /“([^”]{2,16})”(?=[^“”]{0,8}(?:选树|评选|推选|选拔|推荐|寻找|学习))/u.exec(above + text);
    const noun =
      /^[^，,。的人]{0,12}(?:典型|标兵|能手|卫士|之星|模范|榜样|集体|个人|楷模|先进)/u.exec(what)?.[0] ??
      what.replace(/(?:人物)?(?:事迹)?$/u, '');
    const title = campaign ? `“${campaign[1]}”${noun.replace(/[“”]/gu, '')}` : noun.replace(/[“”]/gu, '');
    const from = campaign && previous && above.includes(campaign[0]) ? previous.start : clause.start;
    const scope = passage.text.slice(from, clause.end);
    const level = words.levelIn(scope.slice(0, 30));
    const lead = /^[\s●★]*/u.exec(passage.text.slice(from, clause.end))?.[0].length ?? 0;
    found.push({
      title,
      recipient: `${number}${measure}${what.replace(/(?:事迹|等.*)$/u, '')}`,
      kind: /[个支家]/u.test(measure) ? 'org' : 'person',
      level:
        level ??
        levelOf(
          { title, context: title, grantor: null, contest: null, pooled: false },
          jurisdiction,
          words,
          reading.speaksOf,
        ),
      grantor: null,
      year: yearOf(scope, period),
      count: wholeNumber(number),
      span: { start: passage.start + from + lead, end: passage.start + clause.start + match.index + whole.length },
      key: { start: passage.start + start, end: passage.start + start + whole.length },
      rule: 'honour/chosen',
      flags: ['own-choice'],
      clause: scope,
      named: true,
    });
  }
  return found;
}
