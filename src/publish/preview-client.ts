import type { Language } from '../model/note.js';

/**
 * The script of the live page. It patches the page in place (idiomorph), so that scroll position, open panels, the filter and
 * what is typed stay; a changed style sheet is swapped; a changed page script reloads. Errors show in the page until mended; what the script
 * itself has to say is in `language`.
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
  const patch = async () => {
    const response = await fetch('./', { cache: 'no-store' });
    if (!response.ok) throw new Error('${answered}' + response.status);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const source = (doc) => doc.querySelector('script[src^="page.js"]').getAttribute('src');
    if (source(next) !== source(document)) { location.reload(); return; }
    const style = next.getElementById('live-style').getAttribute('href');
    const own = document.getElementById('live-style');
    if (own.getAttribute('href') !== style) own.setAttribute('href', style);
    document.title = next.title;
    revision = next.querySelector('meta[name=live-revision]').content;
    const scroll = [scrollX, scrollY];
    Idiomorph.morph(document.body, next.body, {
      morphStyle: 'innerHTML',
      ignoreActiveValue: true,
      callbacks: { beforeAttributeUpdated: (name) => !keep.has(name) },
    });
    scrollTo({ left: scroll[0], top: scroll[1], behavior: 'instant' });
    document.querySelector('.filter form')?.dispatchEvent(new Event('input', { bubbles: true }));
    document.documentElement.dataset.liveRevision = revision;
  };
  const events = new EventSource('events');
  events.addEventListener('state', (event) => {
    const state = JSON.parse(event.data);
    problem(state.problem);
    if (state.revision !== null && state.revision !== revision) busy = busy.then(patch).catch((error) => problem([String(error)]));
  });
  events.addEventListener('error', () => problem(['${gone}']));
})();
`;
}

const WORDS: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['the preview answered ', 'the preview is gone, trying again …'],
  'zh-CN': ['预览返回了 ', '对照预览已断开，正在重连……'],
};

/** The look of the error panel; appended to the page's fonts so that templates cannot break it. */
export const PREVIEW_STYLE = `#live-problem{position:fixed;inset:auto 0 0 0;z-index:9999;margin:0;padding:12px 16px;max-height:50vh;overflow:auto;
background:#8f2a22;color:#fff;font:14px/1.6 ui-monospace,monospace;white-space:pre-wrap}@media print{#live-problem{display:none}}`;
