import type { Finding } from '../model/finding.js';
import type { Note, Noted } from '../model/note.js';
import type { Review } from '../model/review.js';
import { type JsonSchema, parseCheckedYaml } from './checked-yaml.js';

interface RawReview {
  report: string;
  quote: string;
  record?: Review['record'];
  value?: number;
  title?: string;
  action: Review['action'];
  set?: Record<string, unknown>;
  note?: string;
}

/** Reads review.yaml; value null on any error. `correct` without `set`, and `set` without `correct`, are errors. */
export function readReviews(text: string, file: string, schema: JsonSchema): Noted<readonly Review[] | null> {
  const parsed = parseCheckedYaml<{ reviews: RawReview[] }>(text, file, schema);
  if (parsed.value === null) return { value: null, notes: parsed.notes };
  const { data, placeOf } = parsed.value;
  const notes: Note[] = [];
  const reviews = data.reviews.map((raw, i): Review => {
    if ((raw.action === 'correct') !== (raw.set !== undefined)) {
      notes.push({
        code: 'review/set',
        severity: 'error',
        message: `found action ${raw.action} ${raw.set ? 'with' : 'without'} set, expected set with correct and nowhere else`,
        place: placeOf(['reviews', i, 'action']),
        hint: 'write “action: correct” with “set: { field: value }”',
        zh: {
          message: `发现 action 为 ${raw.action} 而${raw.set ? '有' : '没有'} set，应为 correct 带 set、其他不带`,
          hint: '请写成“action: correct”并加“set: { 字段: 值 }”',
        },
      });
    }
    return {
      report: raw.report,
      quote: raw.quote,
      record: raw.record ?? 'fact',
      value: raw.value ?? null,
      title: raw.title ?? null,
      action: raw.action,
      set: raw.set ?? {},
      note: raw.note ?? null,
      line: placeOf(['reviews', i]).line ?? 1,
    };
  });
  return notes.length > 0 ? { value: null, notes } : { value: reviews, notes };
}

/**
 * Applies what a person settled. A record keeps its id through a correction, so that diffs follow it. Records touched carry
 * the flag `review/<action>`, and `review-note: …` with the person's words; rejected ones are taken out. A review that fits
 * no record, or several, changes nothing and becomes a warning.
 */
export function applyReviews(findings: readonly Finding[], reviews: readonly Review[], file: string): Noted<Finding[]> {
  if (reviews.length === 0) return { value: [...findings], notes: [] };
  const notes: Note[] = [];
  const out: (Finding | null)[] = [...findings];
  for (const review of reviews) {
    const place = { file, line: review.line };
    const fitting = out.flatMap((finding, i) => (finding && fits(finding, review) ? [i] : []));
    const [at] = fitting;
    const finding = at === undefined ? null : out[at];
    if (at === undefined || !finding || fitting.length > 1) {
      notes.push({
        code: fitting.length > 1 ? 'review/several' : 'review/none',
        severity: 'warning',
        message: `found ${fitting.length} ${review.record} records for the quote “${review.quote}” in ${review.report}, expected one: nothing was changed`,
        place,
        hint:
          fitting.length > 1
            ? 'add value: or title: to say which'
            : 'check the quote against the text; duizhao inspect shows what was found',
        zh: {
          message: `发现 ${review.report} 中有 ${fitting.length} 条 ${review.record} 记录符合引文“${review.quote}”，应为一条：未作任何修改`,
          hint:
            fitting.length > 1
              ? '请加 value: 或 title: 说明是哪一条'
              : '请对照原文核对引文；duizhao inspect 可显示提取到的内容',
        },
      });
      continue;
    }
    if (review.action === 'reject') {
      out[at] = null;
      notes.push({
        code: 'review/rejected',
        severity: 'info',
        message: `left out “${finding.source.exact}” (${review.note ?? 'rejected by review'})`,
        zh: { message: `发现复核剔除了“${finding.source.exact}”（${review.note ?? '未写原因'}）` },
        place,
      });
      continue;
    }
    const flags = [
      ...finding.flags,
      `review/${review.action}`,
      ...(review.note ? [`review-note: ${review.note}`] : []),
    ];
    out[at] = {
      ...finding,
      ...(review.action === 'correct' ? { ...review.set, rule: 'review' } : {}),
      flags,
    } as Finding;
  }
  const kept = out.filter((finding) => finding !== null);
  const ids = new Set(kept.map((finding) => finding.id));
  const value = kept.map((finding) =>
    finding.type === 'fact' && finding.parts
      ? { ...finding, parts: finding.parts.filter((id) => ids.has(id)) }
      : finding,
  );
  return { value, notes };
}

function fits(finding: Finding, review: Review): boolean {
  if (finding.report !== review.report || finding.type !== review.record) return false;
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const words = bare(finding.source.exact);
  const quote = bare(review.quote);
  if (!words.includes(quote) && !quote.includes(words)) return false;
  if (review.value !== null && (finding.type !== 'fact' || finding.value !== review.value)) return false;
  const title = finding.type === 'honour' ? finding.title : finding.type === 'initiative' ? finding.name : null;
  return review.title === null || title === review.title;
}
