/** An element of a page that can be patched on its own, and those within it. */
export interface Part {
  /** Its id; without one `<name of the part around it> <n>.<n>…`, which also stands in its `data-part`. The body: ''. */
  readonly name: string;
  /** Half-open place in the HTML, tags included. */
  readonly start: number;
  readonly end: number;
  readonly inner: readonly Part[];
}

/** HTML in which every part can be found by its name. */
export interface NamedParts {
  readonly html: string;
  /** Null where the tags do not pair, so that nothing smaller than the whole can be patched. */
  readonly body: Part | null;
}

/**
 * What counts as a part: large enough to be worth naming, small enough to be patched quickly. A comment is passed over.
 * e.g. `<li id="e17">`, `</section>`, `<figure class="tab">`
 */
const TAG =
  /<!--[\s\S]*?-->|<(\/?)(section|figure|table|tbody|tr|ol|ul|li|p|h[1-4]|details|blockquote)(?=[\s>])((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ID = /\sid="([^"\s]+)"/i;

interface Open {
  readonly tag: string;
  readonly name: string;
  readonly start: number;
  readonly inner: Part[];
  /** Children without an id so far. */
  nameless: number;
}

/** Names the parts of a body's inner HTML. */
export function nameParts(html: string): NamedParts {
  const pieces: string[] = [];
  const known = new Set<string>();
  const body: Open = { tag: '', name: '', start: 0, inner: [], nameless: 0 };
  const open = [body];
  let copied = 0;
  let added = 0;
  for (const match of html.matchAll(TAG)) {
    const [whole, slash, tag, attributes = ''] = match;
    const around = open.at(-1);
    if (tag === undefined || around === undefined) continue;
    if (slash === '/') {
      if (around === body || around.tag !== tag.toLowerCase()) return { html, body: null };
      open.pop();
      const { name, start, inner } = around;
      open.at(-1)?.inner.push({ name, start, end: match.index + whole.length + added, inner });
      continue;
    }
    const start = match.index + added;
    const id = ID.exec(attributes)?.[1];
    let name = id;
    if (name === undefined || known.has(name)) {
      around.nameless += 1;
      name = around.name.includes(' ') ? `${around.name}.${around.nameless}` : `${around.name} ${around.nameless}`;
      const at = match.index + 1 + tag.length;
      const label = ` data-part="${name}"`;
      pieces.push(html.slice(copied, at), label);
      copied = at;
      added += label.length;
    }
    known.add(name);
    open.push({ tag: tag.toLowerCase(), name, start, inner: [], nameless: 0 });
  }
  if (open.length > 1) return { html, body: null };
  pieces.push(html.slice(copied));
  const named = pieces.join('');
  return { html: named, body: { name: '', start: 0, end: named.length, inner: body.inner } };
}

/** The smallest parts of `after` that are not as they were, in the order of the page; null where the body itself is not. */
export function changedParts(before: NamedParts, after: NamedParts): readonly Part[] | null {
  if (before.body === null || after.body === null) return before.html === after.html ? [] : null;
  const changed = changesWithin(before.body, after.body);
  return changed.includes(after.body) ? null : changed;

  function changesWithin(was: Part, is: Part): readonly Part[] {
    if (before.html.slice(was.start, was.end) === after.html.slice(is.start, is.end)) return [];
    if (was.inner.length !== is.inner.length) return [is];
    // what stands between the parts within
    let [wasAt, isAt] = [was.start, is.start];
    for (const [i, inner] of is.inner.entries()) {
      const other = was.inner[i];
      if (other?.name !== inner.name) return [is];
      if (before.html.slice(wasAt, other.start) !== after.html.slice(isAt, inner.start)) return [is];
      [wasAt, isAt] = [other.end, inner.end];
    }
    if (before.html.slice(wasAt, was.end) !== after.html.slice(isAt, is.end)) return [is];
    return is.inner.flatMap((inner, i) => {
      const other = was.inner[i];
      return other === undefined ? [] : changesWithin(other, inner);
    });
  }
}
