/** A wording and the places whose texts have it. */
export type PlacesOf = (form: string) => ReadonlySet<string>;

/** Shorter forms are looked for nowhere: they stand in any text. */
export const SHORTEST_FORM = 3;

/**
 * Which places' texts have which of the forms, found in one walk through each text however many forms there are: at every character
 * only the forms that begin with the next three are tried.
 */
export function placesOfForms(forms: Iterable<string>, texts: ReadonlyMap<string, string>): PlacesOf {
  const byHead = new Map<string, string[]>();
  const places = new Map<string, Set<string>>();
  for (const form of forms) {
    if (form.length < SHORTEST_FORM || places.has(form)) continue;
    places.set(form, new Set());
    const head = form.slice(0, SHORTEST_FORM);
    const known = byHead.get(head);
    if (known) known.push(form);
    else byHead.set(head, [form]);
  }
  for (const [place, text] of texts)
    for (let at = 0; at + SHORTEST_FORM <= text.length; at += 1)
      for (const form of byHead.get(text.slice(at, at + SHORTEST_FORM)) ?? [])
        if (text.startsWith(form, at)) places.get(form)?.add(place);
  return (form) => places.get(form) ?? NOWHERE;
}

const NOWHERE: ReadonlySet<string> = new Set();
