import { Bookmark, TextRun } from 'docx';
import type { Built, FigureView, PartView, Say, ThemeView } from '../../report/index.js';
import { type Block, caption, heading, paragraph, type RowSpec, ruled, styled } from './blocks.js';
import { clean, type Runs } from './run.js';

type View = Built['view'];

export interface Writer {
  readonly view: View;
  readonly say: Say;
  readonly runs: Runs;
  /** Width of the text in twentieths of a point. */
  readonly width: number;
}

const plain = (text: string) => [new TextRun(clean(text))];
const grey = (text: string) => [new TextRun({ text: clean(text), color: '5D6267', size: 15 })];

function partsRuns(parts: readonly PartView[], runs: Runs) {
  return parts.flatMap((part) => runs.of(part.text, part.cites));
}

function figureLines(figures: readonly FigureView[], runs: Runs) {
  return figures.flatMap((figure) => [
    runs.of(`${figure.before}${figure.number}${figure.after}`, figure.cites),
    ...(figure.qualifier === '' ? [] : [grey(figure.qualifier)]),
  ]);
}

const columnsOf = (count: number, label: number) => [
  label,
  ...Array.from({ length: count }, () => (100 - label) / count),
];

export function findings({ view, say, runs }: Writer): Block[] {
  return [
    heading(say('points.head'), 1),
    ...view.findings.flatMap((finding) => [
      styled(`${finding.number}. ${finding.title}`, 'FindingTitle', true),
      paragraph([
        ...partsRuns(finding.parts, runs),
        ...(finding.verdict === null ? [] : [new TextRun({ text: `　${finding.verdict.word}`, bold: true })]),
      ]),
    ]),
  ];
}

export function who({ view, say, width }: Writer): Block[] {
  const { who: footing } = view;
  return [
    heading(view.heads.who ?? '', 1, true),
    styled(say('who.lead'), 'Lead'),
    caption(footing.number, say('who.caption', { n: footing.rows.length })),
    ruled(
      [say('col.place'), say('col.period'), say('col.source'), say('col.caution')],
      footing.rows.map((row) => ({
        above: 'hair',
        cells: [
          { lines: [[new TextRun({ text: clean(row.name), bold: true })], grey(row.level)] },
          { lines: [plain(row.period)] },
          { lines: [plain(row.outlet), grey(row.detail)] },
          { lines: row.cautions.length === 0 ? [grey(say('who.no-caution'))] : row.cautions.map(plain) },
        ],
      })),
      [20, 22, 28, 30],
      width,
    ),
    styled(say('who.src'), 'Note'),
    heading(say('key.verdicts'), 2),
    ...footing.verdicts.map((verdict) =>
      paragraph([new TextRun({ text: `${verdict.word}　`, bold: true }), ...plain(verdict.text)]),
    ),
    ...(footing.reasons.length === 0 ? [] : [heading(say('key.reasons'), 2)]),
    ...footing.reasons.map((reason) =>
      paragraph([new TextRun({ text: `${reason.word}　`, bold: true }), ...plain(reason.text)]),
    ),
  ];
}

function figureTable(theme: ThemeView, { view, say, runs, width }: Writer): Block[] {
  const { table } = theme;
  if (table === null) return [];
  const rows = table.groups.flatMap((group): RowSpec[] => [
    ...(group.label === ''
      ? []
      : [
          {
            above: 'rule' as const,
            keep: true,
            cells: [{ lines: [[new TextRun({ text: clean(group.label), bold: true, size: 16 })]], span: view.span }],
          },
        ]),
    ...group.rows.flatMap((row): RowSpec[] => [
      {
        above: 'hair',
        keep: true,
        cells: [
          { lines: [[new TextRun({ text: clean(row.label), bold: true })]] },
          ...row.cells.map((cell) => ({
            lines:
              cell.state === 'not-mentioned'
                ? [grey(say('state.not-mentioned'))]
                : cell.state === 'unreadable'
                  ? [
                      runsOf(say('state.unreadable'), cell.figures, runs),
                      ...(cell.wording === '' ? [] : [grey(cell.wording)]),
                    ]
                  : [...figureLines(cell.figures, runs), ...(cell.wording === '' ? [] : [grey(cell.wording)])],
          })),
        ],
      },
      {
        cells: [
          {
            span: view.span,
            style: 'TableNote',
            lines: [
              [
                new TextRun({ text: `${row.verdict.word}　`, bold: true }),
                ...plain(`${row.chips.map((chip) => `［${chip.word}］`).join('')}${row.why}`),
                ...plain(row.order),
              ],
              ...row.subsets.map((part) => [
                new TextRun({ text: `${part.verdict.word}　`, bold: true }),
                ...plain(`${part.text}${part.order}`),
              ]),
              ...row.derived.map((rate) => plain(rate.text)),
            ],
          },
        ],
      },
    ]),
  ]);
  return [
    heading(theme.heads.table, 2),
    caption(table.number, table.title),
    ruled(
      [
        say('col.indicator'),
        ...view.places.map((place) => (place.period === '' ? place.name : `${place.name} ${place.period}`)),
      ],
      rows,
      columnsOf(view.columns, view.columns > 8 ? 14 : 20),
      width,
    ),
    styled(say('table.src'), 'Note'),
  ];
}

function runsOf(text: string, figures: readonly FigureView[], runs: Runs) {
  return runs.of(
    text,
    figures.flatMap((figure) => figure.cites),
  );
}

function practiceTable(theme: ThemeView, { view, say, runs, width }: Writer): Block[] {
  const { practices } = theme;
  if (practices === null) return [];
  const shared =
    practices.shared.length === 0
      ? []
      : [
          ruled(
            [say('practices.shared'), ...view.places.map((place) => place.name)],
            practices.shared.map(
              (row): RowSpec => ({
                above: 'hair',
                cells: [
                  { lines: [[new TextRun({ text: clean(row.name), bold: true })], grey(row.count)] },
                  ...row.cells.map((cell) => ({
                    lines:
                      cell.names.length === 0
                        ? [grey(say('state.not-mentioned'))]
                        : cell.names.map((named) => runs.of(named.name, named.cites)),
                  })),
                ],
              }),
            ),
            columnsOf(view.columns, view.columns > 8 ? 14 : 20),
            width,
          ),
        ];
  return [
    heading(theme.heads.practices, 2),
    caption(practices.number, practices.title),
    ...shared,
    ...practices.own.flatMap((list) => [
      heading(list.label, 3),
      ...list.places.map((place) =>
        paragraph([
          new TextRun({ text: clean(`${place.name}　`), bold: true }),
          ...place.names.flatMap((named, at) => [
            ...(at === 0 ? [] : plain(say('list.and'))),
            ...runs.of(named.name, named.cites),
          ]),
        ]),
      ),
      ...(list.missing === '' ? [] : [styled(list.missing, 'Note')]),
    ]),
    styled(say('practices.src'), 'Note'),
  ];
}

export function singlesList(title: string, singles: ThemeView['singles'], { say, runs }: Writer): Block[] {
  if (singles === null) return [];
  return [
    heading(title, 2),
    caption(singles.number, say('singles.title', { n: singles.count })),
    ...singles.places.map((place) =>
      paragraph([
        new TextRun({ text: clean(`${place.name}　`), bold: true }),
        ...place.singles.flatMap((single, at) => [
          ...(at === 0 ? [] : plain(say('list.semicolon'))),
          ...plain(single.label),
          ...runs.of(` ${single.figure.before}${single.figure.number}${single.figure.after}`, single.figure.cites, {
            bold: true,
          }),
          ...(single.figure.qualifier === '' ? [] : grey(`（${single.figure.qualifier}）`)),
        ]),
      ]),
    ),
  ];
}

export function themeBody(theme: ThemeView, writer: Writer): Block[] {
  const { runs } = writer;
  return [
    styled(theme.lead, 'Lead'),
    ...theme.overview.map((parts) => paragraph(partsRuns(parts, runs), { bullet: { level: 0 } })),
    ...figureTable(theme, writer),
    ...practiceTable(theme, writer),
    ...singlesList(theme.heads.singles, theme.singles, writer),
    ...(theme.quotes.length === 0 ? [] : [heading(theme.heads.quotes, 2)]),
    ...theme.quotes.flatMap((quote) => [
      styled(quote.text, 'BlockQuote', true),
      paragraph(runs.of(quote.from, quote.cites)),
    ]),
  ];
}

export function honours({ view, say, runs, width }: Writer): Block[] {
  const { honours: awards } = view;
  if (awards === null) return [];
  return [
    styled(say('honours.lead', { n: awards.named, places: awards.places, national: awards.national }), 'Lead'),
    caption(awards.figure, say('honours.title', { n: awards.named, national: awards.national })),
    ruled(
      [say('col.level'), ...view.places.map((place) => place.name)],
      awards.tally.map((level) => ({
        above: 'hair',
        cells: [
          { lines: [[new TextRun({ text: clean(level.label), bold: true })]] },
          ...level.cells.map((cell) => ({
            lines:
              cell.state === 'not-mentioned'
                ? [grey(say('state.not-mentioned'))]
                : [...(cell.count === '' ? [] : [plain(cell.count)]), ...(cell.note === '' ? [] : [grey(cell.note)])],
          })),
        ],
      })),
      columnsOf(view.columns, view.columns > 8 ? 14 : 20),
      width,
    ),
    caption(awards.table, say('honours.ledger')),
    ruled(
      [say('col.honour'), say('col.recipient'), say('col.place'), say('col.given')],
      awards.ledger.flatMap((group): RowSpec[] => [
        {
          above: 'rule',
          keep: true,
          cells: [{ lines: [[new TextRun({ text: clean(group.label), bold: true, size: 16 })]], span: 4 }],
        },
        ...group.places
          .flatMap(({ rows }) => rows)
          .map(
            (row): RowSpec => ({
              above: 'hair',
              cells: [
                { lines: [runs.of(row.title, row.cites)] },
                { lines: [plain(`${row.recipient}${row.kind === '' ? '' : `（${row.kind}）`}`)] },
                { lines: [plain(row.place)] },
                { lines: [plain(row.given)] },
              ],
            }),
          ),
      ]),
      [38, 28, 12, 22],
      width,
    ),
    styled(say('honours.ledger-src'), 'Note'),
  ];
}

export function conflicts({ view, say, runs }: Writer): Block[] {
  const { conflicts: list } = view;
  if (list === null) return [];
  return [
    heading(say('conflicts.head'), 2),
    caption(list.number, say('conflicts.title', { n: list.list.length })),
    ...list.list.flatMap((conflict) => [
      paragraph(
        [
          new TextRun({ text: clean(`${conflict.place}　${conflict.kind}　`), bold: true }),
          ...conflict.quotes.flatMap((quote, at) => [
            ...(at === 0 ? [] : plain('　')),
            ...runs.of(quote.text, quote.cites),
            ...grey(` ${quote.at}`),
          ]),
        ],
        { keepNext: true },
      ),
      styled(`${conflict.text}${conflict.more}`, 'Note'),
    ]),
  ];
}

export function silences({ view, say, width }: Writer): Block[] {
  const { silences: list } = view;
  if (list === null) return [];
  return [
    heading(say(view.conflicts === null ? 'silences.head1' : 'silences.head2'), 2),
    caption(list.number, say('silences.title')),
    ...list.themes.flatMap((theme) => [
      heading(theme.name, 3),
      ruled(
        ['', ...view.places.map((place) => place.short)],
        theme.rows.map((row) => ({
          above: 'hair',
          cells: [
            { lines: [plain(row.label)] },
            ...row.cells.map((cell) => ({ lines: [cell.state === 'reported' ? plain(cell.word) : grey(cell.word)] })),
          ],
        })),
        columnsOf(view.columns, 28),
        width,
      ),
    ]),
    styled(say('silences.src'), 'Note'),
  ];
}

export function method({ view, say }: Writer): Block[] {
  return [
    heading(view.heads.method ?? '', 1),
    ...view.method.points.map((point, at) => paragraph(plain(`${at + 1}. ${point}`))),
    heading(say('method.texts'), 2),
    ...view.method.repairs.map((repair) => styled(`${repair.file}　${repair.text}`, 'Note')),
  ];
}

export function evidence({ view, say }: Writer): Block[] {
  return [
    heading(view.heads.evidence ?? '', 1, true),
    ...view.evidence.flatMap((group) => [
      heading(`${group.name}　${group.files}`, 2),
      ...group.entries.map((entry) =>
        paragraph(
          [
            new Bookmark({
              id: `e${entry.number}`,
              children: [new TextRun({ text: `[${entry.number}]　`, bold: true })],
            }),
            ...plain(entry.before),
            new TextRun({ text: clean(entry.key), highlight: 'yellow' }),
            ...plain(entry.after),
            ...grey(
              `　${entry.file}　${say('evidence.line', { n: entry.line })}${entry.reading === '' ? '' : `　${entry.reading}`}${entry.review === '' ? '' : `　${entry.review}`}`,
            ),
          ],
          { style: 'Evidence' },
        ),
      ),
    ]),
  ];
}
