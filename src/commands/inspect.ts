import { basename, dirname, join } from 'node:path';
import type { Host } from '../host/index.js';
import type { Corpus } from '../model/corpus.js';
import type { Finding } from '../model/finding.js';
import type { Note } from '../model/note.js';
import { explainGap, type Gap, type InspectedLine, inspectFile } from '../pipeline/inspect.js';
import { caretsUnder } from '../text/width.js';
import { absolute, type LoadedCorpus, loadCorpus, loadLexicon } from './load.js';
import { type Outcome, refused } from './outcome.js';

export interface InspectOptions {
  /** A corpus folder, its corpus.yaml, or one text file. */
  readonly target: string;
  /** `INDICATOR:JURISDICTION`: say why that figure was not found. */
  readonly gap?: string;
  readonly lexicon?: string;
}

/** Shows how texts were repaired and what was found in them, line by line, or why an expected figure was not found. */
export async function inspectCommand(options: InspectOptions, host: Host): Promise<Outcome> {
  const { corpus, only, notes } = await loadTarget(options.target, host);
  const lexicon = await loadLexicon(host, options.lexicon);
  const loaded = [...notes, ...lexicon.notes];
  if (corpus === null || lexicon.value === null) return refused(loaded);
  const cut = host.makeCut(lexicon.value.words);

  if (options.gap !== undefined) {
    const [indicator = '', jurisdiction = ''] = options.gap.split(':');
    const gap = explainGap({ indicator, jurisdiction }, corpus.corpus, corpus.sources, lexicon.value, cut);
    if (gap === null) return refused([unknownGap(options.gap, corpus.corpus)]);
    return { exitCode: 0, lines: gapLines(gap), notes: loaded, json: gap };
  }

  const words = lexicon.value;
  const files = [...corpus.sources.values()].filter((source) => only === null || source.file === only);
  const inspected = files.map((source) => inspectFile(source, corpus.corpus, words, cut));
  const lines = inspected.flatMap((file) => [
    `━━ ${file.file}`,
    ...file.lines.flatMap((line) => lineLines(line, corpus.corpus.reports.length > 1)),
  ]);
  return { exitCode: 0, lines, notes: [...loaded, ...inspected.flatMap((file) => file.notes)], json: inspected };
}

/** A single text is read as its corpus knows it, where a corpus.yaml beside it names it; else as a corpus of its own. */
async function loadTarget(
  target: string,
  host: Host,
): Promise<{ corpus: LoadedCorpus | null; only: string | null; notes: readonly Note[] }> {
  if (!/\.(txt|md|html?|docx|pdf)$/i.test(target)) {
    const loaded = await loadCorpus(host, target);
    return { corpus: loaded.value, only: null, notes: loaded.notes };
  }
  const file = absolute(host, target);
  const loaded = await loadCorpus(host, dirname(file));
  const only = basename(file);
  if (loaded.value && !loaded.value.sources.has(only)) {
    const note: Note = {
      code: 'source/missing',
      severity: 'error',
      message: `found no ${only} in ${join(dirname(target), 'corpus.yaml')}, expected it among the sources`,
      place: { file: target },
      hint: 'add it to corpus.yaml, or inspect a copy in a folder of its own',
    };
    return { corpus: null, only, notes: [...loaded.notes, note] };
  }
  return { corpus: loaded.value, only, notes: loaded.notes };
}

function lineLines(line: InspectedLine, several: boolean): string[] {
  if (line.text.trim() === '') return [];
  const number = String(line.line).padStart(4);
  const indent = `${' '.repeat(4)} │ `;
  const about = [line.kind ?? 'not read', line.repeatOfLine === null ? '' : `repeats line ${line.repeatOfLine}`];
  if (several && line.owner) {
    const { report, cues, margin } = line.owner;
    const sure = margin === null ? '' : `, margin ${margin.toFixed(1)}`;
    about.push(`${report ?? 'uncertain whose'}${sure}${cues.length > 0 ? ` (${cues.join('; ')})` : ''}`);
  }
  const repairs = new Map<string, number>();
  for (const { rule } of line.edits) repairs.set(rule, (repairs.get(rule) ?? 0) + 1);
  for (const [rule, count] of repairs) about.push(`repaired: ${rule}${count > 1 ? ` ×${count}` : ''}`);
  const out = [`${number} │ ${line.text}`, `${indent}· ${about.filter((part) => part !== '').join(' · ')}`];
  for (const { finding, span, mention } of line.findings) {
    out.push(`${indent}${caretsUnder(line.text, span.start - line.span.start, span.end - line.span.start)}`);
    out.push(`${indent}  ${mention ? 'again: ' : ''}${findingText(finding)}`);
  }
  return out;
}

/** A record in one line: what, how much, when, whose, why. */
export function findingText(finding: Finding): string {
  const themes = finding.themes.length > 0 ? finding.themes.join(',') : 'no theme';
  const flags = finding.flags.length > 0 ? ` · ${finding.flags.join(', ')}` : '';
  const tail = `${themes}${flags} · by ${finding.rule} · ${finding.id}`;
  switch (finding.type) {
    case 'fact': {
      const to = finding.value_to === null ? '' : `→${finding.value_to}`;
      const parts = [
        finding.direction === 'none' ? '' : finding.direction,
        finding.basis ?? '',
        finding.period.label,
        finding.scope ?? '',
        finding.status === 'actual' ? '' : finding.status,
      ];
      return `fact ${finding.indicator.label}${finding.indicator.id ? ` [${finding.indicator.id}]` : ''} = ${finding.value}${to}${finding.unit} (${finding.kind}${finding.approx === 'exact' ? '' : `, ${finding.approx}`}) · ${parts.filter((p) => p !== '').join(' · ')} · ${tail}`;
    }
    case 'honour':
      return `honour ${finding.title} ← ${finding.recipient ?? 'nobody named'} (${finding.recipient_kind}, ${finding.level}${finding.count === null ? '' : `, ${finding.count}`}) · ${finding.year ?? 'no year'} · ${tail}`;
    case 'initiative':
      return `initiative ${finding.name} · ${tail}`;
  }
}

function gapLines(gap: Gap): string[] {
  const title = `${gap.indicator.zh} [${gap.indicator.id}] in ${gap.jurisdiction}`;
  if (gap.found.length === 0 && gap.near.length === 0) return [`${title}: no sentence speaks of it: not mentioned`];
  return [
    `${title}:`,
    ...gap.found.map(
      ({ fact, why }) => `  found line ${fact.source.line}: ${fact.source.exact.replace(/\s+/g, '')} — ${why}`,
    ),
    ...gap.near.map(
      ({ line, sentence, words, why }) => `  near line ${line} (${words.join(', ')}): ${sentence} — ${why}`,
    ),
  ];
}

function unknownGap(asked: string, corpus: Corpus): Note {
  return {
    code: 'call/gap',
    severity: 'error',
    message: `found --gap ${asked}, expected INDICATOR:JURISDICTION with an indicator of lexicon/indicators.yaml and one of ${corpus.jurisdictions.map((j) => j.id).join(', ')}`,
    hint: 'e.g. --gap fraud-filed:wuhan',
  };
}
