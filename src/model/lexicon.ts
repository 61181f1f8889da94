import type { FactKind, ThemeId } from './finding.js';

/** A word for the tokeniser, or a name to be protected. */
export interface LexiconWord {
  readonly word: string;
  readonly tag: string;
}

/** A measure word or unit: how it is written and what it stands for. */
export interface UnitEntry {
  readonly id: string;
  readonly forms: readonly string[];
  /** Units with the same `family` may be compared (起 = 件 = 宗); 人 and 人次 are two families. */
  readonly family: string;
  /** Value in the family's base unit, e.g. 公里 → 1000 (base 米); 1 for counting units. */
  readonly factor: number;
  readonly kind: FactKind;
}

export type Polarity = 'higher-better' | 'lower-better' | 'ambiguous';
/** F flow, S stock, A amount, R rate, P share, T duration, K rank, Z zero/streak, V volume of activity (domain.md (a)). */
export type MeasureType = 'F' | 'S' | 'A' | 'R' | 'P' | 'T' | 'K' | 'Z' | 'V';

/** One entry of the indicator list. `all`/`any`/`not` are patterns matched against label + clause by the indicator matcher. */
export interface IndicatorEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Unit families it may be given in, by unit id; percentages of change are always allowed. */
  readonly units: readonly string[];
  readonly measure: MeasureType;
  readonly polarity: Polarity;
  readonly stage: string | null;
  readonly themes: readonly ThemeId[];
  /** Groups of alternatives: each group must match at least once (regular expressions over the folded label). */
  readonly all: readonly (readonly string[])[];
  /** Like `all`, over label and clause: the subject, which may be elided in the label. `@theme` is satisfied by the claim's theme. */
  readonly about?: readonly (readonly string[])[];
  readonly not: readonly string[];
  /** The indicator in whose row it is shown beside, never as the same (排查化解 beside 化解). */
  readonly beside?: string;
  /** The denominator that would make counts of several places comparable: population, officers, firms, or one of `denominators`; absent: none would. */
  readonly per?: string;
  /** The entry of `denominators` that `per` names, filled in when the lexicon is read; absent for the built-in three. */
  readonly scale?: DenominatorEntry;
  /** Reported outcome (true) or mere activity (false). */
  readonly outcome: boolean;
  /** Badges: `recording-sensitive`, `estimate`, `denominator`. */
  readonly badges: readonly string[];
}

/** A denominator of the user's own, for rates worked out from counts. */
export interface DenominatorEntry {
  /** The name under which corpus.yaml gives it in `denominators`, and `per` of an indicator names it. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** One rate is given per this many, e.g. 100. */
  readonly amount: number;
  /** How the brief writes that, e.g. 每百名法官. */
  readonly each: string;
}

/** Who reports: what the field of the corpus calls its own bodies. Absent: the police. */
export interface FieldEntry {
  /** e.g. 公安机关, 法院 */
  readonly zh: string;
  /** e.g. the police, the courts */
  readonly en: string;
  /** Names of the reporting bodies themselves, to the letter: in a label they say nothing of what is counted, in a recipient they are the bureau. */
  readonly offices: readonly string[];
  /** Words in a title that make an honour the field's own rather than its city's, to the letter. */
  readonly own: readonly string[];
}

/** A recording stage: what a figure counts in the course of a case, most telling first in the list. */
export interface StageEntry {
  /** As it stands in the records: 立案, 破案, 审结 … */
  readonly id: string;
  /** Regular expression over a figure's label. */
  readonly pattern: string;
  /** A step of a chain, never compared with another step. */
  readonly apart?: boolean;
}

/** A theme: what words in a claim or its surroundings speak for it. */
export interface ThemeEntry {
  readonly id: ThemeId;
  readonly zh: string;
  readonly en: string;
  /** Patterns in the claim itself. */
  readonly words: readonly string[];
  /** Patterns in the section heading or the lead of the paragraph; weaker. */
  readonly context: readonly string[];
  readonly not: readonly string[];
  /** Patterns of other subjects: a claim that speaks of them inherits nothing from its surroundings. */
  readonly elsewhere?: readonly string[];
  /** Reports of jurisdictions of these levels are about the theme, where a claim speaks of no other. */
  readonly levels?: readonly string[];
}

/** Words the honour extractor needs. */
export interface HonourLexicon {
  /** Verbs of award: 荣获, 获评, 被授予 … */
  readonly verbs: readonly string[];
  /** Grantors with their level. */
  readonly grantors: readonly {
    readonly pattern: string;
    readonly level: 'national' | 'provincial' | 'municipal' | 'other';
  }[];
  /** Titles known to be awards even without a verb. */
  readonly titles: readonly {
    readonly pattern: string;
    readonly level: 'national' | 'provincial' | 'municipal' | 'other' | null;
  }[];
  /** Words that look like awards and are none (批示肯定 is recognition, 刊载 is press). */
  readonly not: readonly string[];
  /** Verbs that need an award beside them, because they also go with other things: 获, 获得, 拿下 … */
  readonly weakVerbs?: readonly string[];
  /** Patterns of the nouns awards end in or turn on: 先进集体, 一等奖, 标兵 … */
  readonly awards?: readonly string[];
  /** What people are called before their names: 民警, 所长 … */
  readonly roles?: readonly string[];
  /** Family names, of one or two characters. */
  readonly surnames?: readonly string[];
  /** What the names of bodies end in: 公安局, 派出所, 支队 … */
  readonly bodies?: readonly string[];
  /** Names of provinces and of cities, short forms: 四川, 成都 … */
  readonly provinces?: readonly string[];
  readonly cities?: readonly string[];
}

/** Words the initiative extractor needs. */
export interface InitiativeLexicon {
  /** Head nouns of mechanisms: 机制, 模式, 平台, 行动, 工程 … */
  readonly heads: readonly string[];
  /** Verbs that introduce one: 推行, 创新, 打造 … */
  readonly verbs: readonly string[];
  /** Names to be found wherever they stand. */
  readonly known: readonly {
    readonly name: string;
    readonly themes: readonly ThemeId[];
    readonly kind: 'practice' | 'slogan';
    /** Other ways the same name is written. */
    readonly variants?: readonly string[];
  }[];
  /** Known names that are common nouns as well (平安志愿者, 一次办): names in quotation marks only. */
  readonly commonNouns?: readonly string[];
  readonly not: readonly string[];
  /** Heads that name nothing by themselves and stay outside a quoted name: 活动, 服务, 建设 … */
  readonly looseHeads?: readonly string[];
  /** Patterns of quoted names that need no head beside them: 一村一辅警, 就近办 … */
  readonly shapes?: readonly string[];
  /** Patterns of words for the themes, stronger than the lexicon's own: what speaks for a theme in a name or its clause. */
  readonly cues?: Readonly<Record<ThemeId, readonly string[]>>;
  /** Words of work that belongs to none of the themes: team building, case work, traffic … */
  readonly elsewhere?: readonly string[];
}

/** Names with digits and numerals that are no quantities. */
export interface NameLexicon {
  /** Literal names: 十堰, 96110, 交管12123, 两队一室 … */
  readonly words: readonly string[];
  /** Regular expressions: `[0-9]+\+N` … */
  readonly patterns: readonly string[];
}

/** A city (prefecture level, or a municipality) and its districts, counties and county-level cities, by full name. */
export interface Division {
  /** Full name of the province the city lies in; its own where it ranks as one. */
  readonly province?: string;
  readonly city: string;
  readonly parts: readonly string[];
}

/** Everything people can edit without touching the program (folder `lexicon/`). */
export interface Lexicon {
  readonly words: readonly LexiconWord[];
  readonly units: readonly UnitEntry[];
  readonly names: NameLexicon;
  readonly indicators: readonly IndicatorEntry[];
  readonly themes: readonly ThemeEntry[];
  readonly honours: HonourLexicon;
  readonly initiatives: InitiativeLexicon;
  /** Set phrases every report writes; shared wording made of them alone is no copying. */
  readonly formulas?: readonly string[];
  /** Denominators of the user's own, besides population, officers and firms. */
  readonly denominators?: readonly DenominatorEntry[];
  /** Whose reports these are; the police unless given. */
  readonly field?: FieldEntry;
  /** Recording stages of the field, the most telling first. */
  readonly stages?: readonly StageEntry[];
  /** Administrative divisions, to doubt a district that lies in another city. */
  readonly divisions?: readonly Division[];
}
