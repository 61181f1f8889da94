import type { CompareInput } from '../../src/compare/input.js';
import type { Cell, Row } from '../../src/model/comparison.js';
import type { Jurisdiction, Report } from '../../src/model/corpus.js';
import type { Fact, Honour, Initiative } from '../../src/model/finding.js';
import type { Lexicon } from '../../src/model/lexicon.js';
import type { Passage, ReportText } from '../../src/model/report-text.js';

/** Everything here is invented. */
export const emptyLexicon: Lexicon = {
  words: [],
  units: [],
  names: { words: [], patterns: [] },
  indicators: [],
  themes: [],
  honours: { verbs: [], grantors: [], titles: [], not: [] },
  initiatives: { heads: ['机制', '行动', '工程'], verbs: [], known: [], not: [] },
};

export const themes = [
  { id: 'grassroots', zh: '基层警务', en: 'Grassroots policing' },
  { id: 'anti-fraud', zh: '反诈', en: 'Anti-fraud' },
  { id: 'honours', zh: '荣誉', en: 'Honours' },
];

export function place(id: string, short = id, more: Partial<Jurisdiction> = {}): Jurisdiction {
  return { id, name: `${short}市`, short, level: 'city', aliases: [`${short}公安`], denominators: {}, ...more };
}

export function report(jurisdiction: string): Report {
  return {
    id: `${jurisdiction}-r`,
    jurisdiction,
    period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
    published: null,
    sources: [{ file: `${jurisdiction}.txt`, parts: null }],
  };
}

function base(id: string, jurisdiction: string, exact: string, themeIds: readonly string[]) {
  return {
    id,
    report: `${jurisdiction}-r`,
    jurisdiction,
    themes: themeIds,
    source: { file: `${jurisdiction}.txt`, start: 0, end: exact.length, exact, line: 1, section: null },
    mentions: [],
    rule: 'test',
    flags: [],
  };
}

export function fact(id: string, jurisdiction: string, printed: string, value: number, more: Partial<Fact> = {}): Fact {
  return {
    ...base(id, jurisdiction, printed, ['anti-fraud']),
    type: 'fact',
    indicator: { id: null, label: '破案数' },
    kind: 'count',
    value,
    value_to: null,
    unit: '起',
    approx: 'exact',
    direction: 'none',
    basis: null,
    period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
    scope: null,
    bounds: null,
    status: 'actual',
    stage: null,
    printed,
    ...more,
  };
}

export function honour(id: string, jurisdiction: string, title: string, more: Partial<Honour> = {}): Honour {
  return {
    ...base(id, jurisdiction, title, ['honours']),
    type: 'honour',
    title,
    recipient: null,
    recipient_kind: 'org',
    level: 'national',
    grantor: null,
    year: null,
    count: null,
    ...more,
  };
}

export function initiative(id: string, jurisdiction: string, name: string, more: Partial<Initiative> = {}): Initiative {
  return { ...base(id, jurisdiction, name, ['grassroots']), type: 'initiative', name, ...more };
}

export function row(id: string, facts: readonly Fact[], places: readonly string[], more: Partial<Row> = {}): Row {
  return {
    id,
    theme: 'anti-fraud',
    indicator: { id, label: '电诈破案数', label_en: 'fraud cases cleared' },
    kind: 'count',
    stage: '破案',
    unit: '起',
    polarity: 'ambiguous',
    cells: places.map((jurisdiction): Cell => {
      const own = facts.filter((f) => f.jurisdiction === jurisdiction).map((f) => f.id);
      return { jurisdiction, state: own.length > 0 ? 'reported' : 'not-mentioned', facts: own };
    }),
    verdict: 'not-comparable',
    reasons: ['PERIOD'],
    why: '期间长短不同。',
    why_en: 'The periods differ in length.',
    details: [],
    order: null,
    derived: [],
    ...more,
  };
}

export function passage(text: string, findings: readonly string[] = [], words: Passage['words'] = []): Passage {
  return { text, section: null, words, findings };
}

export function text(jurisdiction: string, passages: readonly Passage[]): ReportText {
  return { report: `${jurisdiction}-r`, jurisdiction, passages };
}

export function input(places: readonly string[], more: Partial<CompareInput> = {}): CompareInput {
  return {
    jurisdictions: places.map((id) => place(id)),
    reports: places.map(report),
    lexicon: emptyLexicon,
    themes,
    facts: [],
    honours: [],
    initiatives: [],
    rows: [],
    singles: [],
    conflicts: [],
    texts: [],
    ...more,
  };
}
