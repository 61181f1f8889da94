import { hash } from 'node:crypto';
import type { Report } from '../model/corpus.js';
import type { Draft, Finding, Mention, SourcePlace } from '../model/finding.js';
import type { RepairedDoc } from '../model/repaired-doc.js';
import type { Span } from '../model/span.js';
import { indexLines, type LineIndex, lastAtMost } from '../text/lines.js';
import { toSource } from '../text/source-map.js';

/** The drafts of one report out of one file. */
export interface DraftsOfFile {
  readonly doc: RepairedDoc;
  readonly drafts: readonly Draft[];
}

/**
 * Turns drafts into records: spans in the source text, `exact` to the letter, line, section and a stable id. The same claim
 * in a second file of the same report becomes a mention of the first. Records come in the order of files, then of places.
 */
export function locate(report: Report, files: readonly DraftsOfFile[]): Finding[] {
  const findings: Finding[] = [];
  const byClaim = new Map<string, number>();
  const usedIds = new Map<string, number>();
  for (const { doc, drafts } of files) {
    const lines = indexLines(doc.source.text);
    const idOfDraft = new Map<number, string>();
    const parts: { child: number; parent: number }[] = [];
    for (const [draftIndex, draft] of drafts.entries()) {
      const source = placeOf(doc, draft, lines);
      const mentions = draft.mentionSpans.map((span) => mentionOf(doc, span));
      const claim = claimKey(draft, source.exact);
      const earlier = byClaim.get(claim);
      if (earlier !== undefined) {
        const known = findings[earlier];
        if (known && known.source.file !== source.file) {
          const here: Mention = { file: source.file, start: source.start, end: source.end };
          findings[earlier] = { ...known, mentions: [...known.mentions, here, ...mentions] };
          idOfDraft.set(draftIndex, known.id);
          continue;
        }
      }
      const digest = hash('sha256', `${report.id}\n${claim}`, 'hex').slice(0, 10);
      const count = (usedIds.get(digest) ?? 0) + 1;
      usedIds.set(digest, count);
      const id = `${report.id}.${draft.type.charAt(0)}.${digest}${count > 1 ? `-${count}` : ''}`;
      idOfDraft.set(draftIndex, id);
      if (draft.partOf !== undefined) parts.push({ child: draftIndex, parent: draft.partOf });
      if (earlier === undefined) byClaim.set(claim, findings.length);
      findings.push(toFinding(draft, { id, report: report.id, jurisdiction: report.jurisdiction, source, mentions }));
    }
    const placeOfId = new Map(findings.map(({ id }, at) => [id, at]));
    for (const { child, parent } of parts) {
      const childId = idOfDraft.get(child);
      const at = placeOfId.get(idOfDraft.get(parent) ?? '') ?? -1;
      const whole = findings[at];
      if (whole?.type === 'fact' && childId) findings[at] = { ...whole, parts: [...(whole.parts ?? []), childId] };
    }
  }
  return findings;
}

interface Located {
  readonly id: string;
  readonly report: string;
  readonly jurisdiction: string;
  readonly source: SourcePlace;
  readonly mentions: readonly Mention[];
}

/** Keys in the order of the contract, so that records read well. Written out: copying by `...` takes three times as long. */
function toFinding(draft: Draft, { id, report, jurisdiction, source, mentions }: Located): Finding {
  const { themes, rule, flags } = draft;
  switch (draft.type) {
    case 'fact': {
      const { type, indicator, kind, value, value_to, unit, approx, direction, basis, period, scope, bounds } = draft;
      const { status, stage, printed } = draft;
      return {
        id,
        type,
        report,
        jurisdiction,
        themes,
        indicator,
        kind,
        value,
        value_to,
        unit,
        approx,
        direction,
        basis,
        period,
        scope,
        bounds,
        status,
        stage,
        printed,
        source,
        mentions,
        rule,
        flags,
      };
    }
    case 'honour': {
      const { type, title, recipient, recipient_kind, level, grantor, year, count } = draft;
      return {
        id,
        type,
        report,
        jurisdiction,
        themes,
        title,
        recipient,
        recipient_kind,
        level,
        grantor,
        year,
        count,
        source,
        mentions,
        rule,
        flags,
      };
    }
    case 'initiative':
      return { id, type: draft.type, report, jurisdiction, themes, name: draft.name, source, mentions, rule, flags };
  }
}

function claimKey(draft: Draft, exact: string): string {
  const words = exact.replace(/\s+/g, '');
  switch (draft.type) {
    case 'fact':
      return ['fact', words, draft.indicator.label, draft.value, draft.value_to, draft.unit, draft.direction].join(
        '\n',
      );
    case 'honour':
      return ['honour', words, draft.title, draft.recipient, draft.count].join('\n');
    case 'initiative':
      return ['initiative', draft.name].join('\n');
  }
}

function placeOf(doc: RepairedDoc, draft: Draft, lines: LineIndex): SourcePlace {
  const { text, file } = doc.source;
  const pieces = closeGaps(toSource(doc.map, draft.repairedSpan), text);
  const keys = toSource(doc.map, draft.keySpan);
  const key = keys[0] ?? pieces[0] ?? { start: 0, end: 0 };
  const main = pieces.find((piece) => piece.start < key.end && key.start < piece.end) ?? pieces[0] ?? key;
  const block = doc.blocks[lastAtMost(doc.blocks, draft.repairedSpan.start, (b) => b.repairedSpan.start)];
  const section = block && draft.repairedSpan.start < block.repairedSpan.end ? block.section : null;
  const unit = doc.source.units.find((u) => u.span.start <= main.start && main.start < u.span.end)?.label;
  return {
    file,
    start: main.start,
    end: main.end,
    exact: text.slice(main.start, main.end),
    line: lines.at(main.start).line,
    section,
    ...(pieces.length > 1 ? { spans: pieces } : {}),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Joins pieces that only blanks and marks of emphasis within a line keep apart; a line break or a caption between them stays a gap. */
function closeGaps(pieces: readonly Span[], text: string): Span[] {
  const out: Span[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.end <= piece.start && /^[ \t\u00a0\u3000\u200b*_]{0,8}$/.test(text.slice(last.end, piece.start))) {
      out[out.length - 1] = { start: last.start, end: piece.end };
    } else out.push({ start: piece.start, end: piece.end });
  }
  return out;
}

function mentionOf(doc: RepairedDoc, span: Span): Mention {
  const pieces = toSource(doc.map, span);
  const first = pieces[0] ?? { start: 0, end: 0 };
  let best: Span = first;
  for (const piece of pieces) {
    // A broken paragraph is one place; a caption in between makes two, of which the longer stands for it.
    if (piece.start >= best.end && doc.source.text.slice(best.end, piece.start).trim() === '')
      best = { start: best.start, end: piece.end };
    else if (piece.end - piece.start > best.end - best.start) best = piece;
  }
  return { file: doc.source.file, start: best.start, end: best.end };
}
