import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { clean } from './run.js';

export type Block = Paragraph | Table;

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export function heading(text: string, level: 1 | 2 | 3, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    text: clean(text),
    heading: levels[level - 1] ?? HeadingLevel.HEADING_3,
    pageBreakBefore,
    keepNext: true,
  });
}

export function paragraph(
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return new Paragraph({ children: [...children], ...options });
}

/** Text in a paragraph style of the document. */
export function styled(text: string, style: string, keepNext = false): Paragraph {
  return new Paragraph({ children: [new TextRun(clean(text))], style, keepNext });
}

export function caption(number: string, title: string): Paragraph {
  return styled(`${number}　${title}`, 'Caption', true);
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 2, color: 'B0AAA0' } as const;
const strong = { style: BorderStyle.SINGLE, size: 9, color: '1A1C1E' } as const;
const medium = { style: BorderStyle.SINGLE, size: 4, color: '1A1C1E' } as const;

export interface CellSpec {
  /** Paragraphs of the cell. */
  readonly lines: readonly (readonly ParagraphChild[])[];
  readonly span?: number;
  /** Paragraph style; `TableText` unless given. */
  readonly style?: string;
}
export interface RowSpec {
  readonly cells: readonly CellSpec[];
  /** A line above: `rule` under the head and group lines, `hair` between rows, none inside one. */
  readonly above?: 'rule' | 'hair';
  readonly keep?: boolean;
}

function cellOf({ lines, span, style = 'TableText' }: CellSpec, above: RowSpec['above'], keep: boolean): TableCell {
  const top = above === 'rule' ? medium : above === 'hair' ? thin : none;
  const options: ITableCellOptions = {
    children: (lines.length === 0 ? [[]] : lines).map(
      (children) => new Paragraph({ children: [...children], style, keepNext: keep }),
    ),
    borders: { top, bottom: none, left: none, right: none },
    ...(span === undefined ? {} : { columnSpan: span }),
  };
  return new TableCell(options);
}

/** A table with three rules and no verticals; `widths` are shares of the text's width in per cent; the head repeats on every page. */
export function ruled(
  head: readonly string[],
  rows: readonly RowSpec[],
  widths: readonly number[],
  total: number,
): Table {
  const columns = widths.map((share) => Math.round((share / 100) * total));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: columns,
    alignment: AlignmentType.LEFT,
    borders: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text) =>
          cellOf({ lines: [[new TextRun({ text: clean(text), bold: true })]] }, undefined, true),
        ),
      }),
      ...rows.map(
        ({ cells, above, keep = false }, at) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((cell) => cellOf(cell, at === 0 ? 'rule' : above, keep)),
          }),
      ),
    ],
  });
}
