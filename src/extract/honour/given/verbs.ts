import { onceFor } from '../../../text/once-for.js';
import type { HonourWords } from '../words.js';

/** Verbs by which somebody gives an award; which side is which depends on 被, 为 and 获 before them. */
const GIVE =
  '记功嘉奖|记功奖励|记功表彰|荣誉授予|授予|评选为|评定为|评比为|评为|评选|命名为|命名|表彰为|确定为|认定为|确认为|选为|选树为|推选为|追授|追记|荣记|记|通报表彰|通报表扬|通令嘉奖|通报嘉奖|通令表彰|表彰奖励|表彰|嘉奖|授牌|颁发|列为|选入|树为|推荐为|予以表彰|公布为|赋予';
/** Verbs that are honours by themselves: 被公安部通报表彰. */
export const ORDERS =
  /^(?:记功嘉奖|记功奖励|记功表彰|通报表彰|通报表扬|通令嘉奖|通报嘉奖|通令表彰|表彰奖励|表彰|嘉奖|予以表彰)$/u;

export const GIVES = new RegExp(`^(?:${GIVE})$`, 'u');
/** The verbs of the lexicon as they are asked for here. */
export const verbsOf = onceFor(({ verb: { source } }: HonourWords) => ({
  /** Of giving and of getting; global. */
  all: new RegExp(`${GIVE}|${source}`, 'gu'),
  got: new RegExp(source, 'u'),
  /** Where another verb begins; global. */
  others: new RegExp(`被|${source}`, 'gu'),
  passiveOrGot: new RegExp(`^(?:被|${source})`, 'u'),
}));
