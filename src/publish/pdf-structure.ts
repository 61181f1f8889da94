import { PDFArray, type PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, name, textOf } from './pdf-objects.js';

/** Keys of an element that only holds its place in the tree. */
const bare = new Set(['/Type', '/S', '/P', '/Pg', '/K']);

function isIdle(doc: PDFDocument, element: PDFDict): boolean {
  return textOf(doc, element.get(name('S'))) === 'NonStruct' && element.keys().every((key) => bare.has(key.toString()));
}

function isElement(doc: PDFDocument, kid: PDFObject): boolean {
  return dictOf(doc, kid)?.has(name('S')) ?? false;
}

/**
 * Takes elements without meaning (NonStruct: one for every span of the HTML) out of the structure tree and hangs what they hold on the
 * element above. Reading order, tags and marked content stay; a tagged brief gets a third smaller. PDF 32000-1, 14.7.2–14.7.4.
 */
export function dropIdleElements(doc: PDFDocument): void {
  const root = dictOf(doc, doc.catalog.get(name('StructTreeRoot')));
  if (root === null) return;
  const heir = new Map<string, PDFRef>();
  const removed: PDFRef[] = [];
  const pageKey = name('Pg');

  /** Kids of an element as they read under `owner`: idle elements opened, marked content with its page written on it. */
  const open = (element: PDFDict, owner: { ref: PDFRef; page: PDFObject | undefined }): PDFObject[] => {
    const held = element.get(name('K'));
    const list = arrayOf(doc, held);
    const kids = list === null ? (held === undefined ? [] : [held]) : list.asArray();
    const page = element.get(pageKey);
    return kids.flatMap((kid): PDFObject[] => {
      if (kid instanceof PDFNumber) {
        if (page === undefined || page === owner.page) return [kid];
        const marked = doc.context.obj({ Type: 'MCR' }) as PDFDict;
        marked.set(pageKey, page);
        marked.set(name('MCID'), kid);
        return [marked];
      }
      const child = dictOf(doc, kid);
      if (child === null) return [kid];
      if (!child.has(name('S'))) {
        if (!child.has(pageKey) && page !== undefined) child.set(pageKey, page);
        return [kid];
      }
      if (kid instanceof PDFRef && isIdle(doc, child)) {
        heir.set(kid.toString(), owner.ref);
        removed.push(kid);
        return open(child, owner);
      }
      if (kid instanceof PDFRef) {
        child.set(name('P'), owner.ref);
        visit(kid, child);
      }
      return [kid];
    });
  };
  const visit = (ref: PDFRef, element: PDFDict) => {
    const kids = open(element, { ref, page: element.get(pageKey) });
    // HTML's <figure> holds a caption and a table or drawing; only the drawing is a Figure with an alternative
    if (
      textOf(doc, element.get(name('S'))) === 'Figure' &&
      !element.has(name('Alt')) &&
      kids.some((kid) => isElement(doc, kid))
    )
      element.set(name('S'), name('Div'));
    const only = kids[0];
    if (kids.length === 0) element.delete(name('K'));
    else element.set(name('K'), kids.length === 1 && only !== undefined ? only : doc.context.obj(kids));
  };
  const tops = root.get(name('K'));
  for (const top of arrayOf(doc, tops)?.asArray() ?? (tops === undefined ? [] : [tops])) {
    const element = dictOf(doc, top);
    if (top instanceof PDFRef && element !== null) visit(top, element);
  }

  const retarget = (array: PDFArray) => {
    for (let at = 0; at < array.size(); at += 1) {
      const entry = array.get(at);
      if (entry instanceof PDFRef) {
        const next = heir.get(entry.toString());
        if (next !== undefined) array.set(at, next);
        else {
          const inner = doc.context.lookup(entry);
          if (inner instanceof PDFArray) retarget(inner);
        }
      } else if (entry instanceof PDFArray) retarget(entry);
    }
  };
  const walk = (node: PDFDict | null) => {
    if (node === null) return;
    const numbers = arrayOf(doc, node.get(PDFName.of('Nums')));
    if (numbers !== null) retarget(numbers);
    for (const kid of arrayOf(doc, node.get(name('Kids')))?.asArray() ?? []) walk(dictOf(doc, kid));
  };
  walk(dictOf(doc, root.get(name('ParentTree'))));
  for (const ref of removed) doc.context.delete(ref);
}
