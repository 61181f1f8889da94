import type { Language } from '../model/note.js';

/**
 * The script of the live page. It patches the parts that changed in place (idiomorph), so that scroll position, open panels, the filter
 * and what is typed stay. Where that cannot be done — a revision was missed, a part is not as the server named it — it fetches the whole
 * page and patches that. A changed style sheet is swapped; a changed page script reloads. Errors show in the page until mended; what the
 * script itself has to say is in `language`.
 */
export function previewClient(language: Language): string {
  const [answered, gone] = WORDS[language];
  return `(() => {
  let revision = document.querySelector('meta[name=live-revision]').content;
  let busy = Promise.resolve();
  const keep = new Set(['open', 'hidden', 'colspan']);
  const problem = (lines) => {
    let box = document.getElementById('live-problem');
    if (lines.length === 0) { box?.remove(); return; }
    if (!box) {
      box = document.createElement('aside');
      box.id = 'live-problem';
      box.setAttribute('role', 'alert');
      document.documentElement.append(box);
    }
    box.textContent = lines.join('\\n');
  };
  const get = async (name) => {
    const response = await fetch(name, { cache: 'no-store' });
    if (!response.ok) throw new Error('${answered}' + response.status);
    return response;
  };
  const morph = (element, content, morphStyle) => Idiomorph.morph(element, content, {
    morphStyle,
    ignoreActiveValue: true,
    callbacks: { beforeAttributeUpdated: (name) => !keep.has(name) },
  });
  const parsed = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };
  const style = (href) => {
    const own = document.getElementById('live-style');
    if (own.getAttribute('href') !== href) own.setAttribute('href', href);
  };

  // what the page's own script hid or moved is hidden and moved again
  const filter = () => {
    const form = document.querySelector('.filter form');
    if (form?.elements.q?.value || form?.elements.s?.value || form?.querySelector('input[type=checkbox]:not(:checked)'))
      form.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const patched = (change) => {
    const scroll = [scrollX, scrollY];
    change();
    filter();
    scrollTo({ left: scroll[0], top: scroll[1], behavior: 'instant' });
    document.documentElement.dataset.liveRevision = revision;
  };

  const part = (name) => {
    const [id, place] = name.split(' ');
    const around = id === '' ? document.body : document.getElementById(id);
    return place === undefined ? around : around?.querySelector('[data-part="' + CSS.escape(name) + '"]');
  };
  const patchParts = async () => {
    const next = await (await get('patch.json')).json();
    if (next?.from !== revision || next.parts === null) return false;
    const changes = next.parts.map(([name, html]) => [part(name), parsed(html)]);
    if (changes.some(([element, { childNodes }]) => !element || childNodes.length !== 1)) return false;
    revision = next.to;
    patched(() => {
      for (const [element, { firstElementChild }] of changes) morph(element, firstElementChild, 'outerHTML');
      document.title = parsed(next.title).textContent;
      style(next.cssHref);
    });
    return true;
  };
  const patchAll = async () => {
    const next = new DOMParser().parseFromString(await (await get('./')).text(), 'text/html');
    const script = (doc) => doc.querySelector('script[src^="page.js"]').getAttribute('src');
    if (script(next) !== script(document)) { location.reload(); return; }
    revision = next.querySelector('meta[name=live-revision]').content;
    patched(() => {
      morph(document.body, next.body, 'innerHTML');
      document.title = next.title;
      style(next.getElementById('live-style').getAttribute('href'));
    });
  };

  const events = new EventSource('events');
  events.addEventListener('state', (event) => {
    const state = JSON.parse(event.data);
    problem(state.problem);
    busy = busy.then(async () => {
      if (state.revision !== null && state.revision !== revision) await patchParts() || await patchAll();
    }).catch((error) => problem([String(error)]));
  });
  events.addEventListener('error', () => problem(['${gone}']));
})();
`;
}

const WORDS: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['the preview answered ', 'the preview is gone, trying again …'],
  'zh-CN': ['预览返回了 ', '对照预览已断开，正在重连……'],
};
