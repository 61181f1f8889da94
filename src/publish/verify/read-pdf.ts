interface TextItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** The words of a PDF in the order they were set, a line break at the end of every line; page furniture is in it. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const out: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      for (const item of content.items as readonly TextItem[]) out.push(item.str ?? '');
      out.push('\n');
      page.cleanup();
    }
    return out.join('');
  } finally {
    await task.destroy();
  }
}
