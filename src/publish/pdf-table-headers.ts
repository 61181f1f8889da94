import { type PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, name, numberOf, textOf } from './pdf-objects.js';

/** Spans that say what holds without them (PDF 32000-1, table 349). */
const spans = [name('RowSpan'), name('ColSpan')];

/** Takes out of an element's attributes what says nothing, and gives the cells they name as heads their numbers; null: no such cell. */
function tidyAttributes(doc: PDFDocument, element: PDFDict, numberOfId: (id: string) => string | null): void {
  const held = element.get(name('A'));
  if (held === undefined) return;
  const kept: PDFObject[] = [];
  for (const attribute of arrayOf(doc, held)?.asArray() ?? [held]) {
    const dict = dictOf(doc, attribute);
    for (const key of spans) if (numberOf(doc, dict?.get(key)) === 1) dict?.delete(key);
    // nothing is left but the owner's name
    if (dict?.keys().length === 1 && dict.has(name('O'))) continue;
    const headers = arrayOf(doc, dict?.get(name('Headers')));
    if (headers !== null) {
      const numbers = headers.asArray().flatMap((id) => numberOfId(textOf(doc, id) ?? '') ?? []);
      dict?.set(name('Headers'), doc.context.obj(numbers.map((number) => PDFString.of(number))));
    }
    kept.push(attribute);
  }
  const [only] = kept;
  if (only === undefined) element.delete(name('A'));
  else element.set(name('A'), kept.length === 1 ? only : doc.context.obj(kept));
}

/**
 * Table cells name their heads by ids that the browser takes from its own count of nodes, which goes on from brief to brief. Here they are
 * counted anew in the order of their first use, `01`, `02` …, so that a brief is the same bytes whatever was printed before it; ids that no
 * cell names go. PDF 32000-1, 14.7.2 (IDTree) and 14.8.5.7 (table attributes).
 */
export function renumberHeaders(doc: PDFDocument): void {
  const root = dictOf(doc, doc.catalog.get(name('StructTreeRoot')));
  if (root === null) return;
  const elements = doc.context
    .enumerateIndirectObjects()
    .filter(
      (entry): entry is [PDFRef, PDFDict] =>
        entry[1] instanceof PDFDict && entry[1].has(name('S')) && entry[1].has(name('P')),
    );
  const owners = new Map<string, readonly [PDFRef, PDFDict]>();
  for (const entry of elements) {
    const id = textOf(doc, entry[1].get(name('ID')));
    if (id !== null) owners.set(id, entry);
    entry[1].delete(name('ID'));
  }
  const numbers = new Map<string, string>();
  const width = String(owners.size).length;
  for (const [, element] of elements)
    tidyAttributes(doc, element, (id) => {
      if (!owners.has(id)) return null;
      // as wide as the largest, so that the order of the tree is that of the numbers
      const number = numbers.get(id) ?? String(numbers.size + 1).padStart(width, '0');
      numbers.set(id, number);
      return number;
    });
  dropTree(doc, root.get(name('IDTree')));
  root.delete(name('IDTree'));
  if (numbers.size === 0) return;
  const tree = doc.context.obj([]) as PDFArray;
  for (const [id, number] of numbers) {
    const [ref, element] = owners.get(id) ?? [];
    if (ref === undefined) continue;
    element?.set(name('ID'), PDFString.of(number));
    tree.push(PDFString.of(number));
    tree.push(ref);
  }
  root.set(name('IDTree'), doc.context.register(doc.context.obj({ Names: tree })));
}

function dropTree(doc: PDFDocument, node: PDFObject | undefined): void {
  for (const kid of arrayOf(doc, dictOf(doc, node)?.get(name('Kids')))?.asArray() ?? []) dropTree(doc, kid);
  if (node instanceof PDFRef) doc.context.delete(node);
}
