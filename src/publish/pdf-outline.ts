import { PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, name, textOf } from './pdf-objects.js';

/** A heading as the PDF's outline has it. */
export interface OutlineEntry {
  readonly title: string;
  /** 1 for the topmost. */
  readonly level: number;
  /** 1-based page; null when the entry leads nowhere. */
  readonly page: number | null;
}

function pageNumbers(doc: PDFDocument): Map<string, number> {
  return new Map(doc.getPages().map((page, at) => [page.ref.toString(), at + 1]));
}

function pageOf(
  doc: PDFDocument,
  destination: PDFObject | undefined,
  pages: ReadonlyMap<string, number>,
): number | null {
  const array = arrayOf(doc, destination) ?? arrayOf(doc, dictOf(doc, destination)?.get(name('D')));
  const first = array?.get(0);
  return first instanceof PDFRef ? (pages.get(first.toString()) ?? null) : null;
}

/** Every named destination of the document: anchor → 1-based page. */
export function destinations(doc: PDFDocument): Map<string, number> {
  const pages = pageNumbers(doc);
  const found = new Map<string, number>();
  const old = dictOf(doc, doc.catalog.get(name('Dests')));
  if (old !== null)
    for (const [key, value] of old.entries()) {
      const page = pageOf(doc, value, pages);
      if (page !== null) found.set(key.decodeText(), page);
    }
  const walk = (node: PDFDict | null) => {
    if (node === null) return;
    const names = arrayOf(doc, node.get(name('Names')));
    for (let at = 0; names !== null && at + 1 < names.size(); at += 2) {
      const key = textOf(doc, names.get(at));
      const page = pageOf(doc, names.get(at + 1), pages);
      if (key !== null && page !== null) found.set(key, page);
    }
    const kids = arrayOf(doc, node.get(name('Kids')));
    for (let at = 0; kids !== null && at < kids.size(); at += 1) walk(dictOf(doc, kids.get(at)));
  };
  walk(dictOf(doc, dictOf(doc, doc.catalog.get(name('Names')))?.get(name('Dests'))));
  return found;
}

/** The outline in order of reading. */
export function outlineOf(doc: PDFDocument): OutlineEntry[] {
  const pages = pageNumbers(doc);
  const named = destinations(doc);
  const list: OutlineEntry[] = [];
  const walk = (first: PDFObject | undefined, level: number) => {
    let item = dictOf(doc, first);
    while (item !== null) {
      const target = item.get(PDFName.of('Dest')) ?? dictOf(doc, item.get(name('A')))?.get(name('D'));
      const byName = textOf(doc, target);
      list.push({
        title: textOf(doc, item.get(name('Title'))) ?? '',
        level,
        page: byName === null ? pageOf(doc, target, pages) : (named.get(byName) ?? null),
      });
      walk(item.get(name('First')), level + 1);
      item = dictOf(doc, item.get(name('Next')));
    }
  };
  const root = dictOf(doc, doc.catalog.get(name('Outlines')));
  if (root instanceof PDFDict) walk(root.get(name('First')), 1);
  return list;
}
