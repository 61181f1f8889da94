import { AlignmentType, type IStylesOptions } from 'docx';

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' } as const;
const hei = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' } as const;

/** Faces every Chinese Word has, set for Latin and East Asian text apart; the headings are Word's own, so that its outline and contents work. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: song, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 340, after: 80 } },
    },
    title: {
      run: { font: hei, size: 44, bold: true },
      paragraph: { spacing: { before: 0, after: 120 }, alignment: AlignmentType.LEFT },
    },
    heading1: { run: { font: hei, size: 32, bold: true }, paragraph: { spacing: { before: 320, after: 140 } } },
    heading2: { run: { font: hei, size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 100 } } },
    heading3: { run: { font: hei, size: 21, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } },
  },
  paragraphStyles: [
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 24, color: '45494D' } },
    {
      id: 'FindingTitle',
      name: 'Finding Title',
      basedOn: 'Normal',
      next: 'Normal',
      run: { font: hei, size: 22, bold: true },
      paragraph: { spacing: { before: 160, after: 40 }, keepNext: true },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { font: hei, size: 19, bold: true },
      paragraph: { spacing: { before: 160, after: 40 }, keepNext: true },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { font: hei, size: 16, color: '5D6267' },
      paragraph: { spacing: { line: 260, after: 60 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: hei, size: 17 },
      paragraph: { spacing: { line: 260, before: 30, after: 30 } },
    },
    { id: 'TableNote', name: 'Table Note', basedOn: 'TableText', run: { size: 15, color: '5D6267' } },
    {
      id: 'Evidence',
      name: 'Evidence',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { line: 280, after: 50 }, indent: { left: 480, hanging: 480 } },
    },
    {
      id: 'BlockQuote',
      name: 'Block Quote',
      basedOn: 'Normal',
      run: { size: 24, bold: true },
      paragraph: { spacing: { before: 120, after: 40 }, indent: { left: 360 } },
    },
  ],
  characterStyles: [{ id: 'EvidenceMark', name: 'Evidence Mark', run: { font: hei, size: 15, color: '0B4A6F' } }],
};
