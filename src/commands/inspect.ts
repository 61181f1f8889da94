import { basename, dirname, join } from 'node:path';
import type { Host } from '../host/index.js';
import type { Corpus } from '../model/corpus.js';
import type { Finding } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Language, Note } from '../model/note.js';
import { explainGap, type Gap, type InspectedLine, inspectFile } from '../pipeline/inspect.js';
import { caretsUnder } from '../text/width.js';
import { cueText, recordWord } from './inspect-words.js';
import { tellIn } from './language.js';
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
    const gap = explainGap(
      askedGap(options.gap, corpus.corpus, lexicon.value),
      corpus.corpus,
      corpus.sources,
      lexicon.value,
      cut,
    );
    if (gap === null) return refused([unknownGap(options.gap, corpus.corpus)]);
    return { exitCode: 0, lines: gapLines(gap, host.language), notes: loaded, json: gap };
  }

  const words = lexicon.value;
  const files = [...corpus.sources.values()].filter((source) => only === null || source.file === only);
  const inspected = files.map((source) => inspectFile(source, corpus.corpus, words, cut));
  const lines = inspected.flatMap((file) => [
    `━━ ${file.file}`,
    ...file.lines.flatMap((line) => lineLines(line, corpus.corpus.reports.length > 1, host.language)),
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
      zh: {
        message: `发现 ${join(dirname(target), 'corpus.yaml')} 中没有 ${only}，应为来源之一`,
        hint: '请把它加入 corpus.yaml，或另建文件夹放一份副本来检查',
      },
    };
    return { corpus: null, only, notes: [...loaded.notes, note] };
  }
  return { corpus: loaded.value, only, notes: loaded.notes };
}

function lineLines(line: InspectedLine, several: boolean, language: Language): string[] {
  const tell = tellIn(language);
  if (line.text.trim() === '') return [];
  const number = String(line.line).padStart(4);
  const indent = `${' '.repeat(4)} │ `;
  const about = [
    line.kind === null ? tell('not read', '未读入') : recordWord(line.kind, language),
    line.repeatOfLine === null ? '' : tell(`repeats line ${line.repeatOfLine}`, `重复第 ${line.repeatOfLine} 行`),
  ];
  if (several && line.owner) {
    const { report, cues, margin } = line.owner;
    const sure = margin === null ? '' : tell(`, margin ${margin.toFixed(1)}`, `，差距 ${margin.toFixed(1)}`);
    const why = cues.map((cue) => cueText(cue, language));
    about.push(
      `${report ?? tell('uncertain whose', '归属不明')}${sure}${why.length > 0 ? tell(` (${why.join('; ')})`, `（${why.join('；')}）`) : ''}`,
    );
  }
  const repairs = new Map<string, number>();
  for (const { rule } of line.edits) repairs.set(rule, (repairs.get(rule) ?? 0) + 1);
  for (const [rule, count] of repairs)
    about.push(`${tell('repaired: ', '修整：')}${rule}${count > 1 ? ` ×${count}` : ''}`);
  const out = [`${number} │ ${line.text}`, `${indent}· ${about.filter((part) => part !== '').join(' · ')}`];
  for (const { finding, span, mention } of line.findings) {
    out.push(`${indent}${caretsUnder(line.text, span.start - line.span.start, span.end - line.span.start)}`);
    out.push(`${indent}  ${mention ? tell('again: ', '再次：') : ''}${findingText(finding, language)}`);
  }
  return out;
}

/** A record in one line: what, how much, when, whose, why. */
function findingText(finding: Finding, language: Language): string {
  const tell = tellIn(language);
  const word = (of: string): string => recordWord(of, language);
  const themes = finding.themes.length > 0 ? finding.themes.join(',') : tell('no theme', '无主题');
  const flags = finding.flags.length > 0 ? ` · ${finding.flags.join(', ')}` : '';
  const tail = `${themes}${flags} · ${tell('by', '规则')} ${finding.rule} · ${finding.id}`;
  switch (finding.type) {
    case 'fact': {
      const to = finding.value_to === null ? '' : `→${finding.value_to}`;
      const parts = [
        finding.direction === 'none' ? '' : word(finding.direction),
        finding.basis ?? '',
        finding.period.label,
        finding.scope ?? '',
        finding.status === 'actual' ? '' : word(finding.status),
      ];
      return `${word('fact')} ${finding.indicator.label}${finding.indicator.id ? ` [${finding.indicator.id}]` : ''} = ${finding.value}${to}${finding.unit} (${word(finding.kind)}${finding.approx === 'exact' ? '' : `, ${word(finding.approx)}`}) · ${parts.filter((p) => p !== '').join(' · ')} · ${tail}`;
    }
    case 'honour':
      return `${word('honour')} ${finding.title} ← ${finding.recipient ?? tell('nobody named', '未写获得者')} (${word(finding.recipient_kind)}, ${word(finding.level)}${finding.count === null ? '' : `, ${finding.count}`}) · ${finding.year ?? tell('no year', '未写年份')} · ${tail}`;
    case 'initiative':
      return `${word('initiative')} ${finding.name} · ${tail}`;
  }
}

/** `indicator:jurisdiction` by id or by name, as the brief writes them: 电诈立案数变动:云岭区 */
function askedGap(asked: string, corpus: Corpus, lexicon: Lexicon): { indicator: string; jurisdiction: string } {
  const [what = '', where = ''] = asked.split(/[:：]/).map((part) => part.trim());
  const label = what.replace(/(?:变动|增减数|（[^）]*）)$/u, '');
  return {
    indicator: lexicon.indicators.find(({ id, zh, en }) => id === what || [zh, en].includes(label))?.id ?? what,
    jurisdiction:
      corpus.jurisdictions.find(({ id, name, short, aliases }) => [id, name, short, ...aliases].includes(where))?.id ??
      where,
  };
}

function gapLines(gap: Gap, language: Language): string[] {
  const tell = tellIn(language);
  const title = tell(
    `${gap.indicator.zh} [${gap.indicator.id}] in ${gap.jurisdiction}`,
    `${gap.jurisdiction} 的${gap.indicator.zh} [${gap.indicator.id}]`,
  );
  if (gap.found.length === 0 && gap.near.length === 0)
    return [`${title}${tell(': no sentence speaks of it: not mentioned', '：没有句子写到它，即未提及')}`];
  return [
    `${title}:`,
    ...gap.found.map(
      ({ fact, why, zh }) =>
        `  ${tell(`found line ${fact.source.line}: `, `找到 第 ${fact.source.line} 行：`)}${fact.source.exact.replace(/\s+/g, '')} — ${tell(why, zh)}`,
    ),
    ...gap.near.map(
      ({ line, sentence, words, why, zh }) =>
        `  ${tell(`near line ${line} (${words.join(', ')}): `, `相近 第 ${line} 行（${words.join('、')}）：`)}${sentence} — ${tell(why, zh)}`,
    ),
  ];
}

function unknownGap(asked: string, corpus: Corpus): Note {
  return {
    code: 'call/gap',
    severity: 'error',
    message: `found --gap ${asked}, expected INDICATOR:JURISDICTION with an indicator of lexicon/indicators.yaml and one of ${corpus.jurisdictions.map((j) => j.id).join(', ')}`,
    hint: `e.g. --gap fraud-filed:${corpus.jurisdictions[0]?.id ?? 'wuhan'}; their names do as well, as the brief writes them`,
    zh: {
      message: `发现 --gap ${asked}，应为“指标:地区”，指标取自 lexicon/indicators.yaml，地区为 ${corpus.jurisdictions.map((j) => j.id).join('、')} 之一`,
      hint: `请写成如 --gap fraud-filed:${corpus.jurisdictions[0]?.id ?? 'wuhan'}，也可以照简报写名称`,
    },
  };
}
