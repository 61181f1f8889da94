import type { FactKind } from '../../../model/finding.js';
import type { Setting } from '../claim.js';
import { withoutTimes } from '../period/find-times.js';
import { type Phrase, readPhrase, stripLead } from '../phrase.js';
import { isNounUnit, kindOfUnit } from './units.js';

/** A plain number and the words on either side of it, read once for all rules. */
export interface FigureText extends Setting {
  readonly unit: string;
  readonly kind: FactKind;
  /** The words before the figure, and the same without time, scope and adverbs. */
  readonly before: string;
  readonly lead: string;
  readonly after: string;
  /** Who does what, as far as the words before say it. */
  readonly phrase: Phrase;
  /** True when the unit itself names what is counted: 3个省份. */
  readonly unitIsNoun: boolean;
  /** True when the thing counted stands behind the figure: 86名|老人. */
  readonly nounFollows: boolean;
  /** True when the words say that it is a part of what was counted before. */
  readonly isPart: boolean;
}

/** Words after a figure that are no noun of it. */
const NO_NOUN =
  /^(?:[)）】」”"、，,；;：:。]|大关|关口|整数关|占|同比|环比|较|比|达|为(?!的)|的(?:目标|任务)|左右|以上|以下|上下|和|及|与|并|以及|等|后|前|内|之|起来|不等|多次|全部落实|其中|均|系|次)/;

export function figureText(setting: Setting): FigureText {
  const { figure, clause, memory } = setting;
  const { unit } = figure.quantity;
  const after = figure.after.trim();
  const unitIsNoun = isNounUnit(unit);
  return {
    figure,
    clause,
    memory,
    unit,
    kind: kindOfUnit(unit),
    before: figure.before.trim(),
    lead: stripLead(withoutTimes(figure.before)).trim(),
    after,
    phrase: phraseBefore(setting),
    unitIsNoun,
    nounFollows: unitIsNoun || beginsWithNoun(after, figure.before),
    isPart: /其中|包括|含/.test(figure.before) || clause.inBrackets,
  };
}

function beginsWithNoun(after: string, before: string): boolean {
  const isNoun = !NO_NOUN.test(after) || (/其中/.test(before) && /^[为系属]/.test(after));
  return isNoun && /^[一-鿿“"《A-Za-z0-9]/.test(after);
}

// e.g. 服务发展措施已部署实施, 事项均已办结
const BECOME = /^[^，,。；;]{2,20}?(?:均|都|目前|现)?已(?:经)?([一-鿿]{2,6})$/;

/** The deed alone in 26项措施已部署实施|23项: what became of part of those just counted; empty for anything else. */
function deedOnPart({ figure, clause }: Setting): string {
  const whole = clause.figures[clause.figures.indexOf(figure) - 1];
  const isPart = whole?.quantity.unit === figure.quantity.unit && !figure.listed;
  return isPart ? (BECOME.exec(figure.before.trim())?.[1] ?? '') : '';
}

function phraseBefore(setting: Setting): Phrase {
  const { figure, memory } = setting;
  const deed = deedOnPart(setting);
  if (deed !== '') return readPhrase(deed);
  // 荣立集体二等功一次、集体三等功|两次: 一次 is no figure, but its member of the list is over
  const phrase = readPhrase(figure.before.replace(/^.*[一-鿿]一[次个起项名]、(?=[一-鿿“])/s, ''));
  // 调解成功1.76万起: how it went is part of the deed
  if (phrase.verb !== '' && /^(?:成功|到位|完毕)$/.test(phrase.noun))
    return { verb: `${phrase.verb}${phrase.noun}`, noun: '' };
  // 九溪有198人, 全市已有6200多名: the place is no thing, and 有 no deed; the clause before names it
  const onlyPlace = memory.places.includes(phrase.noun);
  const onlyThere = /^(?:有|共有|现有|已有)$/.test(phrase.verb) && phrase.noun === '';
  return onlyPlace || onlyThere ? { verb: '', noun: '' } : phrase;
}
