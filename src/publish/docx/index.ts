import {
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Comparison } from '../../model/comparison.js';
import { buildView, type Lang, type TemplateSet } from '../../report/index.js';
import { readZip, writeZip } from '../zip.js';
import { heading, styled } from './blocks.js';
import { clean, Runs } from './run.js';
import {
  conflicts,
  evidence,
  findings,
  honours,
  method,
  silences,
  singlesList,
  themeBody,
  type Writer,
  who,
} from './sections.js';
import { styles } from './styles.js';

export interface DocxOptions {
  readonly templates: TemplateSet;
  readonly lang: Lang;
  /** Stands as creation date, never the clock's. */
  readonly date: Date;
}

/** A4 in twentieths of a point. */
const [short, long] = [11_906, 16_838];
const margin = 1247;

/** The brief as a Word document: Word's own headings, a table of contents field, evidence as links and margin comments. Same input, same bytes. */
export async function toDocx(comparison: Comparison, { templates, lang, date }: DocxOptions): Promise<Uint8Array> {
  const { view, say } = buildView(comparison, { templates, lang });
  const quotes = new Map(
    view.evidence.flatMap((group) =>
      group.entries.map((entry) => [
        entry.number,
        `${entry.before}${entry.key}${entry.after}　${entry.file}　${say('evidence.line', { n: entry.line })}`,
      ]),
    ),
  );
  const runs = new Runs(quotes);
  const writer: Writer = { view, say, runs, width: (view.wide ? long : short) - 2 * margin };
  const children: FileChild[] = [
    new Paragraph({ text: clean(view.title), heading: 'Title' }),
    styled(view.deck, 'Lead'),
    styled(view.kicker, 'Note'),
    styled(view.scope, 'Normal'),
    ...findings(writer),
    styled(say('toc.label'), 'FindingTitle', true),
    new TableOfContents(say('toc.label'), { hyperlink: true, headingStyleRange: '1-2' }),
    ...who(writer),
    ...view.themeSections.flatMap((theme) => [heading(theme.title, 1, true), ...themeBody(theme, writer)]),
    ...(view.heads.honours === undefined
      ? []
      : [
          heading(view.heads.honours, 1, true),
          ...honours(writer),
          ...(view.honoursTheme === null ? [] : themeBody(view.honoursTheme, writer)),
          ...singlesList(say('singles.head'), view.honoursSingles, writer),
        ]),
    ...view.otherSections.flatMap((theme) => [heading(theme.title, 1, true), ...themeBody(theme, writer)]),
    ...(view.heads.silent === undefined ? [] : [heading(view.heads.silent, 1, true)]),
    ...conflicts(writer),
    ...silences(writer),
    ...method(writer),
    ...evidence(writer),
  ];
  const document = new Document({
    title: clean(view.title),
    creator: 'duizhao',
    lastModifiedBy: 'duizhao',
    description: clean(view.deck),
    features: { updateFields: true },
    styles,
    comments: {
      children: runs.notes.map((note) => ({
        id: note.number,
        author: 'duizhao',
        initials: 'dz',
        date,
        children: [new Paragraph({ children: [new TextRun(clean(`[${note.number}] ${note.text}`))] })],
      })),
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: short,
              height: long,
              orientation: view.wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1304, bottom: 1247, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: [styled(view.title, 'Note')] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: 'center',
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  const files = readZip(new Uint8Array(await Packer.toBuffer(document)));
  const stamp = date.toISOString().replace(/\.[0-9]{3}Z$/, 'Z');
  const core = files.get('docProps/core.xml');
  if (core !== undefined)
    files.set(
      'docProps/core.xml',
      new TextEncoder().encode(
        new TextDecoder().decode(core).replace(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}Z/g, stamp),
      ),
    );
  const main = files.get('word/document.xml');
  if (main !== undefined)
    files.set('word/document.xml', new TextEncoder().encode(renumbered(new TextDecoder().decode(main))));
  return writeZip(files);
}

/** Bookmark numbers from 1: the library counts them on from document to document. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const number = (id: string) => {
    const known = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, known);
    return known;
  };
  return xml
    .replace(
      /(w:name="_Toc|w:anchor="_Toc|PAGEREF _Toc)([0-9]{1,9})/g,
      (_, before: string, id: string) => `${before}${number(id)}`,
    )
    .replace(
      /(<w:bookmark(?:Start|End) [^>]{0,200}?w:id=")([0-9]{1,9})/g,
      (_, before: string, id: string) => `${before}${number(id)}`,
    );
}
