import type { Period } from '../../model/corpus.js';
import type { Lexicon } from '../../model/lexicon.js';
import type { Quantity } from '../../model/quantity.js';
import type { Span } from '../../model/span.js';
import { findQuantities } from '../quantity/index.js';
import { levelLabel, tidy } from './label.js';
import { kindOfUnit } from './level/index.js';
import type { PlacedClaim } from './paragraph/index.js';
import { findTimes } from './period/find-times.js';
import { type Anchor, resolveTime } from './period/resolve-time.js';
import { readPhrase } from './phrase.js';

/** A cell of a row; offsets are those of the repaired text. */
interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line of cells parted by bars: | 刑事案件立案（起） | 9,846 | 8,215 | -16.6% |, with or without the outer bars. */
export interface Row {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

const RULER = /^:?-{2,}:?$/;

/** The cells of a line, or null where it is no row of a table: two bars at least, and no sentence. */
export function rowOf(text: string, start: number): Row | null {
  if (text.length > 600 || /[。；]/.test(text)) return null;
  const cells: Cell[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    cells.push({ text: body, start: start + from + lead, end: start + from + lead + body.length });
    from = to + 1;
  };
  for (let i = 0; i < text.length; i++) if (text[i] === '|' || text[i] === '\t') push(i);
  push(text.length);
  if (cells.length > 2 && cells[0]?.text === '') cells.shift();
  if (cells.length > 2 && cells.at(-1)?.text === '') cells.pop();
  return cells.length >= 3 || (cells.length === 2 && text.trim().startsWith('|'))
    ? { span: { start, end: start + text.length }, cells }
    : null;
}

/** What a column holds. */
type Column =
  | { readonly holds: 'time'; readonly period: Period }
  | { readonly holds: 'change'; readonly basis: string | null }
  | { readonly holds: 'measure'; readonly name: string; readonly unit: string };

const CHANGE = /同比|环比|增减|增幅|降幅|变化|升降|增长|较|比上年/;
const UNIT = /[（(]([^（()）]{1,6})[)）]$/;

/** A label and the unit in brackets behind it: 电诈损失金额（万元）. */
function labelled(text: string): { readonly name: string; readonly unit: string } {
  const unit = UNIT.exec(text)?.[1] ?? '';
  return { name: text.replace(UNIT, '').trim(), unit };
}

function columnOf(text: string, anchor: Anchor): Column {
  const time = findTimes(/^(?:19|20)\d{2}$/.test(text) ? `${text}年` : text)[0];
  if (CHANGE.test(text)) return { holds: 'change', basis: /同比|环比/.exec(text)?.[0] ?? null };
  if (time && text.replace(time.text, '').length <= 3)
    return { holds: 'time', period: resolveTime(time, anchor).period };
  return { holds: 'measure', ...labelled(text) };
}

/** 9,846 · -16.6% · +1.4个百分点 · ↓8.4% · 下降3% */
const FIGURE =
  /^(?:([+＋↑▲]|上升|增长|增加|提高)|([-−–－↓▼]|下降|减少|降低))?\s*(约|近|超)?([\d,.]+)\s*([^\d\s].{0,6})?$/;

interface Read {
  readonly quantity: Quantity;
  readonly direction: 'up' | 'down' | 'none';
}

/** The figure of a cell, with the unit that its own row or column gives where the cell has none; null for 持平, —, words. */
function figureOf(cell: Cell, unit: string, lexicon: Lexicon): Read | null {
  const match = FIGURE.exec(cell.text);
  if (!match) return null;
  const [, up, down, , number = '', own = ''] = match;
  const written = `${number}${own || unit}`;
  const quantity = findQuantities(written, lexicon)[0] ?? findQuantities(`${written}个`, lexicon)[0];
  if (!quantity) return null;
  const known = own !== '' || unit !== '';
  const at = cell.text.indexOf(number);
  return {
    direction: up ? 'up' : down ? 'down' : 'none',
    quantity: {
      ...quantity,
      unit: known ? quantity.unit : '',
      printed: cell.text,
      repairedSpan: { start: cell.start, end: cell.end },
      numberSpan: { start: cell.start + at, end: cell.start + at + number.length },
      rule: 'quantity/cell',
    },
  };
}

/** 指标 | 数量 | 同比: the rows are measures, and the column says nothing but that their values stand in it. */
const NAMES_MEASURES = /^(?:.{0,4}(?:指标|项目|名称|类别|内容|事项|工作)|)$/;
const VALUES = /^(?:数量|数值|数据|数字|本期|本年|完成数|完成情况|累计|总数|总量|值)(?:[（(][^（()）]{1,6}[)）])?$/;

/** What a table is read with. */
export interface TableSetting {
  readonly anchor: Anchor;
  readonly lexicon: Lexicon;
}

/**
 * The claims of a table: its first row names the columns. Where columns are times the rows are measures; where columns are measures the
 * rows are places or offices, which become the scope. A column of change belongs to the newest time before it. Empty for a table
 * whose first row holds figures itself.
 */
export function readTable(rows: readonly Row[], setting: TableSetting): PlacedClaim[] {
  const [head, ...body] = rows.filter((row) => !row.cells.every((cell) => RULER.test(cell.text) || cell.text === ''));
  if (!head || body.length === 0) return [];
  const namesMeasures = NAMES_MEASURES.test(head.cells[0]?.text ?? '');
  const columns = head.cells.map(
    (cell): Column =>
      namesMeasures && VALUES.test(cell.text)
        ? { holds: 'time', period: setting.anchor.period }
        : columnOf(cell.text, setting.anchor),
  );
  const byTime = columns.slice(1).some((column) => column.holds === 'time');
  if (!byTime && head.cells.slice(1).some((cell) => /^\d/.test(cell.text))) return [];
  return body.flatMap((row) => readRow(row, columns, byTime, setting));
}

function readRow(row: Row, columns: readonly Column[], byTime: boolean, setting: TableSetting): PlacedClaim[] {
  const [first, ...cells] = row.cells;
  if (!first || first.text === '' || /^[\d,.%]+$/.test(first.text)) return [];
  const own = labelled(first.text);
  const claims: PlacedClaim[] = [];
  let time: Period | null = null;
  let earlier: Period | null = null;
  let newest: Period | null = null;
  let measure = own;
  for (const [i, cell] of cells.entries()) {
    const column = columns[i + 1];
    if (!column) continue;
    if (column.holds === 'time') {
      // the newer one stands first or last
      const isNewer = time === null || (column.period.to ?? '') > (time.to ?? '');
      earlier = isNewer ? time : column.period;
      newest = isNewer ? column.period : newest;
      time = column.period;
    } else if (column.holds === 'measure') measure = byTime ? own : column;
    const isChange = column.holds === 'change';
    const read = figureOf(cell, isChange ? '%' : measure.unit, setting.lexicon);
    if (!read) continue;
    const { quantity } = read;
    const change = isChange || read.direction !== 'none';
    const unit = quantity.unit;
    const phrase = readPhrase(measure.name);
    const share = unit === '%' || unit === '个百分点';
    // the change of a count is named like the count: 刑事案件立案数
    const countUnit =
      measure.unit === ''
        ? unit
        : (figureOf({ ...cell, text: '1' }, measure.unit, setting.lexicon)?.quantity.unit ?? unit);
    const label =
      share && (measure.unit === '' || measure.unit === '%')
        ? tidy(measure.name)
        : tidy(levelLabel(phrase, change && measure.unit !== '' ? countUnit : unit));
    if (label === '') continue;
    const basis = isChange ? (column.basis ?? earlier?.label ?? null) : null;
    claims.push({
      label,
      kind: change ? 'change' : share ? 'share' : kindOfUnit(unit),
      value: quantity.value,
      valueTo: null,
      unit,
      approx: quantity.approx,
      bounds: quantity.bounds,
      direction: read.direction,
      basis,
      rule: 'fact/table',
      flags: [],
      span: { start: first.start, end: cell.end },
      key: quantity.repairedSpan,
      printed: cell.text,
      leansBack: false,
      noun: phrase.noun,
      verb: phrase.verb,
      period: (isChange ? newest : time) ?? setting.anchor.period,
      scope: byTime ? null : own.name,
      status: /目标|计划/.test(first.text) ? 'target' : 'actual',
      clauseText: measure.name,
      sentenceText: row.cells.map((c) => c.text).join(' '),
      sentenceStart: row.span.start,
      inHeading: false,
    });
  }
  return claims;
}
