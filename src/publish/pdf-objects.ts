import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** The dictionary behind a reference; null for anything else. */
export function dictOf(doc: PDFDocument, object: PDFObject | undefined): PDFDict | null {
  const found = object instanceof PDFRef ? doc.context.lookup(object) : object;
  if (found instanceof PDFDict) return found;
  return found instanceof PDFStream ? found.dict : null;
}

export function arrayOf(doc: PDFDocument, object: PDFObject | undefined): PDFArray | null {
  const found = object instanceof PDFRef ? doc.context.lookup(object) : object;
  return found instanceof PDFArray ? found : null;
}

/** A text string, decoded; a name without its slash; null for anything else. */
export function textOf(doc: PDFDocument, object: PDFObject | undefined): string | null {
  const found = object instanceof PDFRef ? doc.context.lookup(object) : object;
  if (found instanceof PDFString || found instanceof PDFHexString) return found.decodeText();
  return found instanceof PDFName ? found.decodeText() : null;
}

export function numberOf(doc: PDFDocument, object: PDFObject | undefined): number | null {
  const found = object instanceof PDFRef ? doc.context.lookup(object) : object;
  return found instanceof PDFNumber ? found.asNumber() : null;
}

/** Contents of a stream, inflated; null when it is none or is packed in another way. */
export function streamOf(doc: PDFDocument, object: PDFObject | undefined): Uint8Array | null {
  const found = object instanceof PDFRef ? doc.context.lookup(object) : object;
  if (!(found instanceof PDFRawStream)) return null;
  const filter = found.dict.get(PDFName.of('Filter'));
  const bytes = found.getContents();
  if (filter === undefined) return bytes;
  return textOf(doc, filter) === 'FlateDecode' || arrayOf(doc, filter)?.size() === 1 ? inflateSync(bytes) : null;
}

export const name = (text: string): PDFName => PDFName.of(text);
