import type { Jurisdiction, Period } from '../../model/corpus.js';
import type { FactStatus } from '../../model/finding.js';
import type { Note } from '../../model/note.js';
import { matchesOf } from '../../text/matches.js';
import { onceFor } from '../../text/once-for.js';
import { allCleared } from './all-cleared.js';
import { findBases } from './basis.js';
import { changeClaim } from './change-claim.js';
import { type Claim, type Memory, newMemory } from './claim.js';
import type { Clause, Figure, Sentence } from './clause.js';
import { fromTo } from './from-to.js';
import { caseIn, type Incident, isScene, tellsScene } from './incident.js';
import { domainOf } from './label.js';
import { levelClaim } from './level/index.js';
import { findTimes, withoutTimes } from './period/find-times.js';
import { afterClause, atParagraphEnd, atSentenceEnd, type TimeState, timeFor } from './period/governing.js';
import { type Anchor, resolveTime } from './period/resolve-time.js';
import { readPhrase, stripLead } from './phrase.js';
import { contestIn, rankClaim } from './rank.js';
import { listItems, respectively } from './respectively.js';
import { scopeIn } from './scope.js';
import { shareClaim } from './share.js';
import { DONE, statusCue } from './status.js';
import { streakClaim } from './streak.js';
import { beginsWithVerb, subjectOfClause } from './subject.js';
import { canBePart } from './sum-check.js';
import { yearSeries } from './year-series.js';
import { zeroClaim } from './zero.js';

/** A claim with all that its surroundings say about it. */
export interface PlacedClaim extends Claim {
  readonly period: Period;
  readonly scope: string | null;
  readonly status: FactStatus;
  readonly clauseText: string;
  readonly sentenceText: string;
  /** Where that sentence starts in the repaired text. */
  readonly sentenceStart: number;
  /** Stands in a heading, which as a rule restates what the text says. */
  readonly inHeading: boolean;
}

/** What reading one paragraph needs from outside. */
export interface ParagraphSetting {
  readonly anchor: Anchor;
  readonly jurisdiction: Jurisdiction;
  readonly file: string;
  /** Status and period of the section, e.g. 三、2023年工作打算. */
  readonly section: string | null;
  /** The time in force when the paragraph begins. */
  readonly time: TimeState;
  readonly inHeading: boolean;
}

const PART_WORD = /^(?:其中|包括|含|里面|这其中)|[，,；;（(]?(?:其中|包括|含)[:：]?$/;
const BACKGROUND = /GDP|地区生产总值|生产总值|财政收入|固定资产投资|进出口总额|常住人口(?!的)|人均可支配收入/;

/** The claim a figure states, by its form. */
function claimOfFigure(figure: Figure, clause: Clause, memory: Memory): Claim | null {
  const setting = { figure, clause, memory };
  switch (figure.quantity.form) {
    case 'zero':
      return zeroClaim(setting);
    case 'rank':
    case 'occurrence':
      return changeClaim(setting) ?? rankClaim(setting);
    case 'streak':
      return streakClaim(setting);
    case 'percent':
    case 'point':
    case 'fraction':
    case 'tenth':
    case 'multiple':
      return changeClaim(setting) ?? shareClaim(setting);
    case 'level':
      return changeClaim(setting) ?? levelClaim(setting);
  }
}

/** Reads the sentences of one block in order. Claims come out in the order of the text; `partOf` indexes the returned list. */
export function readParagraph(
  sentences: readonly Sentence[],
  setting: ParagraphSetting,
): { readonly claims: PlacedClaim[]; readonly notes: Note[]; readonly time: TimeState } {
  const claims: PlacedClaim[] = [];
  const notes: Note[] = [];
  let time: TimeState = setting.time;
  let story = false;
  let before: Memory | null = null;
  const places = [setting.jurisdiction.name, setting.jurisdiction.short, ...setting.jurisdiction.aliases];
  for (const sentence of sentences) {
    if (!mayHoldClaims(sentence)) {
      // Nothing to count here; but 五年来 may stand in it, and a scene may begin.
      for (const clause of sentence.clauses) time = afterClause(clause.text, time);
      story = tellsScene(sentence) || (story && sentence.clauses.some((c) => c.inSpeech));
      time = atSentenceEnd(time, setting.anchor);
      continue;
    }
    // 。其中,第三季度立案391起: the sentence goes on with what the one before counted
    const goesOn: Memory | null = before && /^\s*(?:这?其中|而?其中)/.test(sentence.text) ? before : null;
    const memory: Memory = goesOn ?? newMemory(places);
    if (!goesOn && before) memory.quoted = before.quoted;
    before = memory;
    let status: FactStatus | null = sectionStatus(setting.section);
    let incident: Incident | null = null;
    const campaign = /[”"](?:专项)?(?:行动|战役|会战)/.test(sentence.text);
    let scope: string | null = null;
    let subUnit = false;
    let whole: string | null = null;
    let parent: number | null = null;
    let clauseStart = 0;
    for (const [index, clause] of sentence.clauses.entries()) {
      const previousEnd = sentence.clauses[index - 1]?.span.end;
      const separator =
        previousEnd === undefined
          ? ''
          : sentence.text.slice(previousEnd - sentence.span.start, clause.span.start - sentence.span.start);
      if (/[；;]/.test(separator)) {
        memory.partStart = clause.span.start;
        memory.subject = '';
        incident = null;
        parent = null;
        // one office's item ends here; what holds for the whole goes on
        if (scope !== whole) {
          scope = whole;
          subUnit = false;
        }
      }
      if (!clause.inBrackets)
        memory.subject = subjectOfClause(clause.text) ?? (beginsWithVerb(clause.text) ? memory.subject : '');
      const nextClause = sentence.clauses[index + 1];
      memory.next = nextClause ? stripLead(nextClause.text) : '';
      const stated = scopeIn(withoutQuoted(clause.text), setting.jurisdiction);
      if (stated) {
        scope = stated.name;
        subUnit = stated.subUnit;
        if (/^(?:全.|我.|辖区)$/.test(stated.name ?? '')) whole = scope;
      }
      const found = campaign && !/案/.test(clause.text) ? null : caseIn(clause.text);
      if (found && !/同比|环比|分别/.test(clause.text)) incident = found;
      else if (
        incident &&
        (/^(?:全(?:市|省|县|区)|共|累计|今年|全年)/.test(clause.text) || /同比|环比/.test(clause.text))
      )
        incident = null;
      const cue = statusCue(clause.text, '');
      const done = DONE.test(clause.text);
      if (done && !cue) status = null;
      if (cue?.carries) status = cue.status;
      const bases = findBases(clause.text);
      const isPart = PART_WORD.test(clause.text.trim()) || clause.inBrackets;
      if (isPart && claims.length > clauseStart) parent = claims.length - 1;
      while (parent !== null && claims[parent]?.partOf !== undefined) parent = claims[parent]?.partOf ?? null;

      const made: Claim[] = [];
      const claimsBefore = claims.length;
      const pairing = yearSeries(clause, memory) ?? respectively(clause, memory);
      const refused = pairing?.refused;
      if (refused)
        notes.push({
          code: 'fact/unpaired',
          severity: 'warning',
          message: `found ${refused.figures} figures for ${refused.items} things in a 分别 list, expected as many of each: ${clause.text}`,
          place: { file: setting.file },
          hint: 'no record was made; enter the figures by hand in review.yaml if they can be told apart',
          zh: {
            message: `发现“分别”列举中有 ${refused.figures} 个数字、${refused.items} 个事项，应为一一对应：${clause.text}`,
            hint: '请在能分清时于 review.yaml 手工填写；没有生成记录',
          },
        });
      let skipTo = 0;
      let paired = false;
      for (const [i, figure] of clause.figures.entries()) {
        if (i < skipTo) continue;
        if (pairing?.used.has(figure)) {
          if (!paired) made.push(...pairing.claims);
          paired = true;
          continue;
        }
        const span = fromTo({ figure, clause, memory }, clause.figures[i + 1]);
        if (span) {
          made.push(span.claim);
          skipTo = i + span.used;
          remember(memory, span.claim, clause);
          continue;
        }
        const claim = claimOfFigure(figure, clause, memory);
        if (!claim) continue;
        made.push(claim);
        remember(memory, claim, clause);
      }
      if (paired) for (const claim of pairing?.claims ?? []) remember(memory, claim, clause);
      const cleared = allCleared(clause);
      if (cleared) made.push(cleared);

      // 占比首次过半，达51.3%: the bound and the figure are one claim
      const exact = made[0];
      const rough = claims[claims.length - 1];
      if (
        exact &&
        rough &&
        index > 0 &&
        rough.partOf === undefined &&
        makesExact(exact, rough, sentence.clauses[index - 1], clause)
      ) {
        claims.pop();
        if (parent !== null && parent >= claims.length) parent = null;
      }
      for (const claim of made) {
        const at = claim.key.start - clause.span.start;
        const word = claim.time ?? timeFor(clause.text, at, time);
        const resolved = word ? resolveTime(word, setting.anchor) : null;
        const flags = new Set([...claim.flags, ...(resolved?.flags ?? [])]);
        let period: Period = claim.own
          ? openEnded(word?.kind === 'last' ? { ...claim.own, label: word.text } : claim.own, setting.anchor)
          : (spanBefore(claim, memory, clause) ??
            resolved?.period ??
            plannedPeriod(claim, clause, status, setting) ??
            setting.anchor.period);
        const lastYear =
          /^(?:而|但)?(?:去年|上年)同期/.test(clause.text) && claim.kind !== 'change' && setting.anchor.year !== null;
        if (lastYear) period = yearBefore(setting.anchor);
        const carriedYear =
          word !== null &&
          !time.sameSentence &&
          !findTimes(clause.text).some((t) => t.text === word.text) &&
          (word.kind === 'calendar' || word.kind === 'relative');
        // 10月、11月立案下降；…连续十年“零流失”: months do not hold years, and 截至12月底 is where the row ends
        const carriedPart =
          word !== null &&
          /^(?:part|range|as-of)$/.test(word.kind) &&
          !findTimes(clause.text).some((t) => t.text === word.text);
        const wholeYear = word !== null && /^(?:一年来|全年|今年|今年以来|目前)$/.test(word.text);
        if (
          (!word || carriedYear || wholeYear || carriedPart) &&
          claim.rule === 'fact/streak' &&
          claim.unit === '年' &&
          claim.kind === 'duration' &&
          !clause.inBrackets
        )
          period = streakPeriod(claim, setting.anchor);
        const own = statusCue(
          // 不低于45%: the approximator may say that it is a target
          clause.text.slice(0, Math.max(0, at)) +
            (/^不[低高少多超]/.test(claim.printed) ? claim.printed.slice(0, 3) : ''),
          clause.text.slice(Math.max(0, at + claim.printed.length)),
        );
        let state: FactStatus = claim.status ?? own?.status ?? status ?? 'actual';
        let kind = claim.kind;
        let claimScope = scope;
        const scene = state === 'actual' && isScene(claim, clause, sentence, story);
        // 其中破获侵财案件761起 is no detail of one case
        if (
          incident?.kind === 'case' &&
          /案件|警情|纠纷/.test(claim.label) &&
          /^[起件]$/.test(claim.unit) &&
          !/带破|串并|关联/.test(clause.text)
        )
          incident = null;
        if (incident?.kind === 'case' && state === 'actual' && claim.kind !== 'change' && claim.kind !== 'rank') {
          state = 'anecdote';
          flags.add('case');
          claimScope = incident.name ?? scope;
        } else if (scene) {
          state = 'anecdote';
          kind = 'other';
        }
        if (subUnit) flags.add('sub-unit');
        if (BACKGROUND.test(clause.text)) flags.add('context');
        if (/避免|挽损|挽回|劝阻金额|止损/.test(claim.label) && claim.kind === 'amount') flags.add('estimate');
        // the case gives its name to what is counted in it
        const caseName = incident?.kind === 'case' && state === 'anecdote' ? shortCase(incident.name) : '';
        const named =
          caseName && !claim.label.includes(caseName.slice(-6))
            ? { ...claim, label: `${caseName}${claim.label.replace(memory.domain ?? '\u0000', '')}` }
            : claim;
        const label = statusLabel(withoutPlace(named, setting.jurisdiction), state);
        const partOf = parent !== null && isPart ? parent : parent;
        const total = partOf === null ? undefined : claims[partOf];
        const isRealPart =
          total !== undefined &&
          partOf !== null &&
          partOf < claimsBefore &&
          canBePart(claim, total) &&
          (isPart || claims.at(-1)?.partOf === partOf);
        claims.push({
          ...claim,
          ...(isRealPart && partOf !== null ? { partOf } : {}),
          kind,
          label,
          flags: [...flags],
          status: state,
          period,
          scope: claimScope,
          span: claim.leansBack ? reachBack(claim, sentence, index, clause) : claim.span,
          clauseText: clause.text,
          sentenceText: sentence.text,
          sentenceStart: sentence.span.start,
          inHeading: setting.inHeading,
        });
      }
      if (made.length === 0 || !clause.inBrackets) clauseStart = Math.min(clauseStart, claims.length);
      const lastBasis = bases[bases.length - 1]?.text;
      if (lastBasis && lastBasis !== '年均') memory.basis = lastBasis;
      noteTopic(memory, clause, made, /分别|各自|依次/.test(nextClause?.text ?? ''));
      // （上年为764名）: a time in brackets holds for the brackets
      if (!clause.inBrackets) time = afterClause(clause.text, time);
    }
    story = tellsScene(sentence) || (story && sentence.clauses.some((c) => c.inSpeech));
    time = atSentenceEnd(time, setting.anchor);
  }
  return { claims, notes, time: atParagraphEnd(time, setting.anchor) };
}

/** 首次超过四成，为41.7%: the clause opens with the figure, which goes on with the bound just before. */
function makesExact(exact: Claim, rough: PlacedClaim, previous: Clause | undefined, clause: Clause): boolean {
  return (
    previous !== undefined &&
    rough.key.start >= previous.span.start &&
    exact.unit === rough.unit &&
    exact.unit === '%' &&
    exact.kind === rough.kind &&
    exact.label === rough.label &&
    exact.approx === 'exact' &&
    rough.approx !== 'exact' &&
    /^(?:已)?(?:达到?|为|占|占比)(?=[\d约近])/.test(clause.text) &&
    (rough.bounds?.low ?? 0) <= exact.value &&
    exact.value <= (rough.bounds?.high ?? 100)
  );
}

const shortCase = (name: string | null): string => (name ? (name.length > 18 ? name.slice(-18) : name) : '');

/** 南河区刑事警情数 → 刑事警情数: whose report it is goes without saying. */
function withoutPlace(claim: Claim, jurisdiction: Jurisdiction): Claim {
  if (jurisdiction.level === 'station') return claim;
  const place = bureauNames(jurisdiction).find(
    (own) => claim.label.startsWith(own) && /^[一-鿿“]{4}/.test(claim.label.slice(own.length)),
  );
  return place ? { ...claim, label: claim.label.slice(place.length) } : claim;
}

const bureauNames = onceFor(({ name, aliases }: Jurisdiction): readonly string[] =>
  [name, ...aliases.filter((alias) => /(?:公安|公安局|分局|警方)$/.test(alias))].filter((own) => own.length >= 3),
);

const withoutQuoted = (text: string): string => text.replace(/[“"《][^”"》]*[”"》]/g, '');

/** A sentence without a figure and without 全部侦破 needs no reading. */
function mayHoldClaims(sentence: Sentence): boolean {
  return sentence.clauses.some((clause) => clause.figures.length > 0) || /全(?:部|破|侦)|百分之百/.test(sentence.text);
}

/** 工作打算, 下一步: what stands under it has not happened yet. */
function sectionStatus(section: string | null): FactStatus | null {
  return section &&
    /(?:工作|主要|重点|年度|奋斗|预期)(?:打算|计划|思路|安排|目标|任务)|下一步|展望|明年|新的一年|什么(?:打算|目标|计划)|[年]目标/.test(
      section,
    ) &&
    !/总结及|回顾|完成情况|目标管理|目标考核/.test(section)
    ? 'plan'
    : null;
}

/** The end of 从2018年的…降至 is the report's own where the text names none. */
function openEnded(own: Period, anchor: Anchor): Period {
  return own.to === null ? { ...own, to: anchor.period.to } : own;
}

/** 由2018年的…降至2023年的…，年均下降11.3%: the change goes on over the years just named. */
function spanBefore(claim: Claim, memory: Memory, clause: Clause): Period | null {
  const span = memory.claims.findLast((c) => c.key.end <= clause.span.start);
  const hasTime = findTimes(clause.text).some((time) => time.kind !== 'rate');
  const own = claim.kind === 'change' && !hasTime && span?.rule === 'fact/from-to' ? span.own : undefined;
  return own?.to ? { ...own } : null;
}

/** 去年同期: the report's period a year earlier. */
function yearBefore(anchor: Anchor): Period {
  const back = (date: string | null): string | null =>
    date ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : null;
  return { label: '去年同期', from: back(anchor.period.from), to: back(anchor.period.to) };
}

/** A plan or target without a time, in a report on a whole year: the year after; elsewhere null. */
function plannedPeriod(
  claim: Claim,
  clause: Clause,
  carried: FactStatus | null,
  { anchor, section }: ParagraphSetting,
): Period | null {
  const cue = statusCue(clause.text, '')?.status ?? carried;
  if ((cue !== 'target' && cue !== 'plan') || claim.status) return null;
  const named = /((?:19|20)\d{2})年/.exec(section ?? '')?.[1];
  if (named) return { label: `${named}年`, from: `${named}-01-01`, to: `${named}-12-31` };
  const { from, to } = anchor.period;
  const ahead = /将|计划|拟|力争|下一步|今后|新的一年|明年|来年/;
  if (
    anchor.year === null ||
    from?.slice(4) !== '-01-01' ||
    to?.slice(4) !== '-12-31' ||
    from.slice(0, 4) !== to.slice(0, 4) ||
    !(ahead.test(clause.text) || sectionStatus(section) !== null)
  )
    return null;
  return { label: `${anchor.year + 1}年`, from: `${anchor.year + 1}-01-01`, to: `${anchor.year + 1}-12-31` };
}

function streakPeriod(claim: Claim, anchor: Anchor): Period {
  const to = anchor.period.to;
  if (!to) return { label: claim.printed, from: null, to: null };
  const from = `${Number(to.slice(0, 4)) - claim.value + 1}-01-01`;
  return { label: claim.printed, from, to };
}

/** Targets, plans and capacities say so in their names. */
function statusLabel({ label, kind, verb }: Claim, status: FactStatus): string {
  if (status === 'target' && !/目标/.test(label))
    return `${label}${kind === 'change' && !label.includes(verb) ? verb : ''}目标`;
  if (status === 'plan' && !/计划/.test(label)) return `${label}（计划）`;
  if (status === 'capacity' && !/能力|容量/.test(label)) return `${label}能力`;
  return label;
}

/** The span from the clause that names the thing, when it is the one just before. */
function reachBack(claim: Claim, sentence: Sentence, index: number, clause: Clause): Claim['span'] {
  const previous = sentence.clauses[index - 1];
  if (!previous || claim.span.start !== clause.span.start || previous.span.end - previous.span.start > 40)
    return claim.span;
  return { start: previous.span.start, end: claim.span.end };
}

function remember(memory: Memory, claim: Claim, clause: Clause): void {
  if (claim.rule === 'fact/level' || claim.noun !== '') {
    if (claim.noun !== '') memory.noun = claim.noun;
    if (claim.verb !== '' && claim.kind !== 'change') memory.verb = claim.verb;
  }
  if (claim.rule !== 'fact/streak' && claim.label !== '') memory.label = claim.label;
  if (claim.rule === 'fact/level') memory.unit = claim.unit;
  memory.claims.push(claim);
  memory.topicNearer = false;
  const domain = domainOf(claim.label) ?? domainOf(clause.text);
  if (domain) memory.domain = domain;
}

function noteTopic(memory: Memory, clause: Clause, made: readonly Claim[], listFollows: boolean): void {
  const contest = contestIn(withoutQuotedSpeech(clause));
  if (contest) memory.contest = contest;
  const plain = withoutTimes(clause.text);
  if (made.length === 0) {
    const domain = domainOf(plain);
    if (domain) memory.domain = domain;
    if (plain.length >= 2) {
      memory.topic = stripLead(plain);
      memory.topicNearer = true;
    }
    memory.items = [];
    if (listFollows) takeItems(memory, plain);
  } else if (listFollows && made.every((c) => c.rule === 'fact/streak')) takeItems(memory, plain);
  else memory.items = [];
  if (!/[“"]/.test(clause.text)) return;
  const quoted = matchesOf(clause.text, /[“"](?!一.一)[^”"，,。+]{2,12}[”"](?!案|等)(?:APP|小程序|平台|移动端)?/g).at(
    -1,
  )?.[0];
  if (
    quoted &&
    !clause.inSpeech &&
    !/零/.test(quoted) &&
    !/(?:[”"]、?|以|围绕|聚焦|紧扣|坚持|按照|针对|贯彻|落实|突出)$/.test(
      clause.text.slice(0, clause.text.lastIndexOf(quoted)),
    )
  ) {
    memory.quoted = quoted;
    memory.quotedHere = true;
  }
}

/** 立案数、损失数自7月份以来连续下降: the things a later 分别 may be about. */
function takeItems(memory: Memory, plain: string): void {
  const phrase = readPhrase(
    plain.replace(/(?:自|从)[^、]{0,16}(?:连续|持续).*$|(?:连续|持续|实现|呈|均|双双|双).*$/, ''),
  );
  const measures = listItems(stripLead(plain));
  const isMeasured = (items: readonly string[]): boolean =>
    items.length > 1 && items.every((item) => /(?:数|率|量|额|金额|案|警情)$/.test(item));
  // 破获案件数、抓获作案成员数: the verbs belong to the measures
  memory.items = isMeasured(measures) ? measures : listItems(`${phrase.verb}${phrase.noun}`);
  memory.itemsMeasured = isMeasured(memory.items);
}

const withoutQuotedSpeech = (clause: Clause): string => (clause.inSpeech ? '' : clause.text);
