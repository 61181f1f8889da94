import { basisFor, withoutBases } from './basis.js';
import { changeBefore } from './change.js';
import { changeLabel, changeSubject, topicName } from './change-claim.js';
import { type Claim, claimOf, type Memory } from './claim.js';
import type { Clause, Figure } from './clause.js';
import { domainOf, levelLabel, tidy, wantsDomain } from './label.js';
import { kindOfUnit } from './level/index.js';
import { type TimeWord, withoutTimes } from './period/find-times.js';
import { pointsIn } from './period/points.js';
import { readPhrase, stripLead } from './phrase.js';
import { rankClaim } from './rank.js';
import { SHARED_HEADS } from './words.js';

/** Lists read as pairs: what came of it, which figures it used, and whether it was refused. */
export interface Pairing {
  readonly claims: readonly Claim[];
  readonly used: ReadonlySet<Figure>;
  /** Set when things and figures do not come out even. */
  readonly refused?: { readonly items: number; readonly figures: number };
}

const RESPECTIVELY = /分别|分获|分列|各自|依次/;
const LOOSE_TAIL = /(?:同比|环比|均|较|比|实现|达到|达|为|是|相比|数量|、|，|,|\s)+$/;

/** Members of a list, quotation marks and brackets unbroken: 扒窃、盗窃电瓶车警情 → 2. */
export function listItems(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if ('“《（('.includes(c)) depth++;
    else if ('”》）)'.includes(c)) depth--;
    if (depth > 0) continue;
    const joint =
      c === '、'
        ? 1
        : text.startsWith('以及', i)
          ? 2
          : '和与及'.includes(c) && i > start + 1 && i < text.length - 2
            ? 1
            : 0;
    if (joint === 0) continue;
    items.push(text.slice(start, i));
    start = i + joint;
    i += joint - 1;
  }
  items.push(text.slice(start));
  return items.map((item) => item.trim()).filter((item) => item.length > 0);
}

/** Gives every member the head noun and the field that only one of them carries: 扒窃 → 扒窃警情. */
export function distributeHeads(items: readonly string[]): string[] {
  const last = items[items.length - 1] ?? '';
  // 交通事故起数、死亡人数、受伤人数: the later ones are about what the first one is about
  const topic = /^(.{2,8}?)(?:起数|发案数|立案数|案件数|发生数|次数)$/.exec(items[0] ?? '')?.[1] ?? '';
  if (
    topic !== '' &&
    items.slice(1).every((item) => /^(?:死亡|受伤|伤亡|死伤|财产损失|经济损失|直接|损失|亡人)/.test(item))
  )
    return items.map((item, i) => (i === 0 ? item : `${topic}${item}`));
  // 刑事案件、侵财案件、电诈案件破案数: the measure behind the common noun holds for all
  const measured =
    /^.*?(案件|警情|案|事故|纠纷)((?:破案|立案|发案|受理|查处|化解)(?:数量|数|率|量)|起数|数量|破案)$/.exec(last);
  if (measured?.[1] && measured[2] && items.slice(0, -1).every((item) => item.endsWith(measured[1] ?? '')))
    return items.map((item, i) => (i === items.length - 1 ? item : `${item}${measured[2] ?? ''}`));
  const head = SHARED_HEADS.find((h) => last.endsWith(h) && last.length > h.length) ?? '';
  return items.map((item, i) => {
    if (i === items.length - 1 || head === '' || SHARED_HEADS.some((h) => item.endsWith(h))) return item;
    return item + head;
  });
}

/** The words that list the things: base, time, scope and adverbs gone. */
function itemsBefore(text: string): string[] {
  const plain = stripLead(withoutBases(withoutTimes(text)).replace(/\s+/g, '').replace(LOOSE_TAIL, '')).replace(
    LOOSE_TAIL,
    '',
  );
  return plain === '' ? [] : listItems(plain);
}

/** Figures that follow each other with nothing but list separators (and their own verbs) between them. */
function runOfFigures(figures: readonly Figure[]): Figure[] {
  const run: Figure[] = [];
  for (const figure of figures) {
    if (run.length > 0 && !figure.listed) break;
    if (run.length > 0 && figure.before.trim() !== '' && !changeBefore(figure.before)) break;
    run.push(figure);
  }
  return run;
}

/**
 * Pairs A、B、C分别下降1%、2%、3% and the same without 分别 when the numbers come out even. 破案数、打处人数分别… takes its field from
 * the sentence; 同比分别上升7.6%、13.2% alone goes with the last figures before it. Null when the clause is no such list.
 */
export function respectively(clause: Clause, memory: Memory): Pairing | null {
  const word = RESPECTIVELY.exec(clause.text);
  const wordAt = word ? clause.span.start + word.index : -1;
  const after = word ? clause.figures.filter((f) => f.quantity.repairedSpan.start > wordAt) : clause.figures;
  const run = runOfFigures(after);
  const first = run[0];
  if (!first) return null;
  // 降幅分列全国第三位、第二位: each place belongs to one of the changes just named
  if (word && run.length > 1 && run.every((f) => f.quantity.form === 'rank')) {
    const subject =
      /(?:(降幅|增幅|涨幅|升幅|总量)|^)(?:分列|分居|分别列|分别位|分别居)/.exec(withoutTimes(clause.text))?.[1] ?? '';
    const counted = memory.claims.slice(-run.length);
    if ((subject || /^(?:分列|分居|分别[列位居])/.test(withoutTimes(clause.text))) && counted.length === run.length)
      return {
        used: new Set(run),
        claims: run.map((figure, i) => {
          const region = /全[国省市县区州]/.exec(clause.text)?.[0] ?? '';
          const unit = /^(?:名|位)$/.test(figure.quantity.unit) ? figure.quantity.unit : '名次';
          return claimOf(
            { figure, clause, memory },
            {
              label: `${counted[i]?.label ?? ''}${subject}${region}名次`,
              kind: 'rank',
              unit,
              rule: 'fact/respectively',
              leansBack: true,
              span: clause.span,
            },
          );
        }),
      };
  }
  const lead = clause.text.slice(0, first.quantity.repairedSpan.start - clause.span.start);
  const times = word ? pointsIn(lead.slice(0, word.index)) : [];
  // 2021、2022、2023年分别位列第3、第2、第1名
  if (run.length > 1 && times.length === run.length && run.every((f) => f.quantity.form === 'rank')) {
    const places = run.map((figure) => rankClaim({ figure, clause, memory }));
    if (places.every((place) => place !== null))
      return {
        used: new Set(run),
        claims: places.map((place, i) => (times[i] ? { ...place, time: times[i], span: clause.span } : place)),
      };
  }
  if (run.every((f) => f.quantity.form === 'rank' || f.quantity.form === 'zero' || f.quantity.form === 'streak'))
    return null;
  const verb = changeBefore(first.before);
  if (!word) {
    // e.g. 电诈发案数、损失数双下降15%以上
    // 破案291起，打处318人，同比均上升三成以上: each of those just counted
    const all =
      run.length === 1 && verb?.how === 'by' && /^(?:均|都|双双|双)?$/.test(withoutBases(verb.subject).trim());
    if (all && /均|都|双/.test(verb.subject)) {
      const counted = memory.claims.filter((c) => c.key.start >= memory.partStart && /^(?:count|amount)$/.test(c.kind));
      if (counted.length >= 2 && counted.length <= 4)
        return pair(
          clause,
          memory,
          counted.map((c) => c.label),
          counted.map(() => first),
          verb.direction,
          'by',
        );
    }
    const both = /^(.*?)(?:双双|双)$/.exec(verb?.subject.trim() ?? '');
    if (run.length === 1 && verb && both?.[1]) {
      const items = itemsBefore(both[1]);
      if (items.length === 2)
        return pair(clause, memory, distributeHeads(items), [first, first], verb.direction, verb.how);
    }
    if (run.length < 2 || !verb || verb.how !== 'by') return null;
    // a list without 分别 only where the later members are bare percentages of the same form
    if (
      !run
        .slice(1)
        .every((f) => f.before.trim() === '' && f.quantity.form === first.quantity.form && f.after.trim() === '')
    )
      return null;
    const items = itemsBefore(verb.subject);
    if (items.length === run.length) return pair(clause, memory, distributeHeads(items), run, verb.direction, verb.how);
    // 警情分别少了1136起和2087起,降幅为9.3%和6.7%: those just named
    const counted = memory.claims.slice(-run.length);
    if (items.length === 0 && counted.length === run.length)
      return pair(
        clause,
        memory,
        counted.map((c) => c.label),
        run,
        verb.direction,
        verb.how,
      );
    return { claims: [], used: new Set(run), refused: { items: items.length, figures: run.length } };
  }
  if (run.length < 2) {
    const items = itemsBefore(lead.slice(0, word.index));
    // 分别 with one figure: 均 is meant where the list has several, e.g. 分别下降10%以上
    return items.length > 1 && verb ? null : null;
  }
  const named = itemsBefore(lead.slice(0, word.index));
  const direction = verb?.direction ?? 'none';
  const how = verb?.how ?? 'to';
  if (named.length === run.length) return pair(clause, memory, distributeHeads(named), run, direction, how);
  const subjectLabel = memory.label || topicName(memory.topic);
  // 2022年、2023年分别下降…, 10月、11月立案数分别下降…: the same thing at each point in time
  if (named.length <= 1 && times.length === run.length) {
    // 2022年、2023年分别破获电诈案件120起、180起: the deed stands behind 分别
    const deed = verb ? '' : first.before.slice(first.before.lastIndexOf(word[0]) + word[0].length).trim();
    const measured = named[0] || deed || subjectLabel;
    if (measured !== '')
      return pair(
        clause,
        memory,
        run.map(() => measured),
        run,
        direction,
        how,
        times,
      );
  }
  if (memory.items.length === run.length && named.length === 0 && memory.itemsMeasured)
    return pair(clause, memory, distributeHeads(memory.items), run, direction, how);
  // 打掉团伙152个，三年分别为41个、48个、63个: the same thing year by year
  if (
    /^[两三四五2-5]年$/.test(named[0] ?? '') ||
    (named.length === 0 && /[两三四五2-5]年分别(?:为|是)?$/.test(lead.trim()))
  )
    if (subjectLabel !== '' && how === 'to')
      return pair(
        clause,
        memory,
        run.map(() => subjectLabel),
        run,
        direction,
        how,
      );
  // 这几项指标分别上升…, 上述三项同比分别…, 降幅分别达…: those just counted
  const pointing =
    named.length === 1 &&
    /^(?:案件|人数|数量|均|降幅|增幅|升幅|涨幅|(?:这|上述|以上|前述|该)?(?:几|[两三四五六])项(?:指标|数据|工作|内容)?|(?:上述|以上|各项)(?:指标|数据))?$/.test(
      named[0] ?? '',
    );
  if (named.length === 0 || pointing) {
    // 立案、损失双下降，降幅分别为…: the clause just before lists them
    if (memory.items.length === run.length && verb?.how === 'by')
      return pair(clause, memory, distributeHeads(memory.items), run, direction, how);
    // 同比分别减少14%、20%，环比分别减少7%、12%: a list goes on with another base
    const latest = memory.claims.slice(-run.length);
    const counted = latest.every((c) => c.rule === 'fact/respectively')
      ? latest
      : latest.length === run.length && latest.every((c) => /^(?:count|amount|share|duration|ratio)$/.test(c.kind))
        ? latest
        : memory.claims
            .filter((c) => c.kind === 'count' || c.kind === 'amount' || (c.kind === 'change' && c.unit !== '%'))
            .slice(-run.length);
    if (memory.items.length === run.length && counted.length < run.length)
      return pair(clause, memory, distributeHeads(memory.items), run, direction, how);
    if (counted.length === run.length)
      return pair(
        clause,
        memory,
        counted.map((c) => c.label),
        run,
        direction,
        how,
      );
    if (memory.items.length === run.length)
      return pair(clause, memory, distributeHeads(memory.items), run, direction, how);
  }
  // 户籍业务23万件、出入境证件8万本，网办率分别达到62%、71%: one measure of each thing just counted
  const things = memory.claims.slice(-run.length);
  if (
    named.length === 1 &&
    /[率比度额量]$/.test(named[0] ?? '') &&
    things.length === run.length &&
    things.every((c) => c.noun !== '' && (c.kind === 'count' || c.kind === 'amount'))
  )
    return pair(
      clause,
      memory,
      things.map((c) => `${c.noun}${named[0] ?? ''}`),
      run,
      direction,
      how,
    );
  return { claims: [], used: new Set(run), refused: { items: named.length, figures: run.length } };
}

function pair(
  clause: Clause,
  memory: Memory,
  items: readonly string[],
  figures: readonly Figure[],
  direction: 'up' | 'down' | 'none',
  how: 'by' | 'to',
  times: readonly TimeWord[] = [],
): Pairing {
  const span = clause.span;
  const claims: Claim[] = [];
  let way = direction;
  figures.forEach((figure, i) => {
    const item = items[i] ?? '';
    const setting = { figure, clause, memory };
    const own = i > 0 ? changeBefore(figure.before) : null;
    // 下降9.3%、上升6.1%和8.4个百分点: the verb said last goes on
    way = own?.direction ?? way;
    const by = (own?.how ?? how) === 'by';
    const { quantity } = figure;
    const relative = quantity.unit === '%' || quantity.unit === '个百分点';
    const multiple = quantity.form === 'multiple';
    const kind = by ? 'change' : multiple ? 'ratio' : relative ? 'share' : kindOfUnit(quantity.unit);
    const isOld = memory.claims.some((c) => c.label === item);
    const subject = isOld ? item : by || relative || multiple ? changeSubject(item) : item;
    let label: string;
    if (isOld) label = item;
    else if (by || relative || multiple) {
      label = changeLabel(subject, setting).label;
      // 电诈警情及损失数: the field stands with the first member only
      const field = i > 0 && !memory.domain && wantsDomain(label) ? domainOf(items[0] ?? '') : null;
      if (field) label = field + label;
    } else {
      label = levelLabel(readPhrase(item), quantity.unit);
      if (memory.domain && wantsDomain(label)) label = memory.domain + label;
    }
    const at = quantity.repairedSpan.start - span.start;
    const basis = kind === 'change' || kind === 'ratio' ? (basisFor(clause.text, at) ?? memory.basis) : null;
    claims.push(
      claimOf(setting, {
        label: tidy(label),
        kind,
        direction: by ? way : 'none',
        basis,
        rule: 'fact/respectively',
        span,
        noun: subject,
        verb: '',
        leansBack: isOld,
        ...(times[i] ? { time: times[i] } : {}),
        flags: quantity.flags,
      }),
    );
  });
  return { claims, used: new Set(figures) };
}
