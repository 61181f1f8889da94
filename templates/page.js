(() => {
  const root = document.documentElement;
  const $ = (s, r = document) => r.querySelector(s);
  const $$ = (s, r = document) => [...r.querySelectorAll(s)];
  root.classList.add('js');
  const filter = $('.filter');
  const wide = matchMedia('(min-width: 70rem)');
  const fit = () => { filter.open = wide.matches; };
  fit();
  wide.addEventListener('change', fit);

  // light and dark
  const scheme = $('#scheme');
  const isDark = () => root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const name = () => { scheme.textContent = isDark() ? scheme.dataset.light : scheme.dataset.dark; };
  name();
  scheme.addEventListener('click', () => { root.dataset.scheme = isDark() ? 'light' : 'dark'; name(); });

  // filter and search: columns and rows leave the tables, marks fade in the charts
  const form = $('.filter form');
  const output = $('output', form);
  const apply = () => {
    const on = (n) => new Set($$(`input[name=${n}]:checked`, form).map((i) => i.value));
    const js = on('j'), ts = on('t');
    const all = $$('input[name=j]', form).length, allT = $$('input[name=t]', form).length;
    const q = form.elements.q.value.trim().toLowerCase();
    for (const el of $$('main [data-j]')) {
      const off = !js.has(el.dataset.j);
      if (el.closest('svg')) el.classList.toggle('off', off); else el.hidden = off;
    }
    let hits = 0;
    for (const el of $$('main [data-row]')) {
      const off = q !== '' && !el.textContent.toLowerCase().includes(q);
      el.hidden = off || (el.dataset.j !== undefined && !js.has(el.dataset.j));
      if (!el.hidden && q !== '') hits += 1;
    }
    for (const el of $$('main [data-theme]')) el.hidden = !ts.has(el.dataset.theme);
    // what has nothing left to show leaves as well: a place without its items, a table without its rows
    const bare = (el) => q !== '' && !$$('[data-row]', el).some((r) => !r.closest('[hidden]'));
    for (const tr of $$('.sgl tr[data-j]')) if (!tr.hidden && $('.item[data-row]', tr)) tr.hidden = bare(tr);
    for (const el of $$('main figure table, main figure.tab, main figure.mat')) {
      el.hidden = el.dataset.theme !== undefined && !ts.has(el.dataset.theme);
      if (!el.hidden && $('[data-row]', el)) el.hidden = bare(el);
    }
    for (const td of $$('[data-span]')) td.colSpan = 1 + js.size;
    $$('table.six').forEach((table) => {
      $$('col.c', table).forEach((c, i) => { c.hidden = i >= js.size; c.style.width = `${77.4 / Math.max(js.size, 1)}%`; });
      for (const grp of $$('tbody.grp', table)) {
        let next = grp.nextElementSibling, any = false;
        while (next && !next.matches('.grp')) { any ||= !next.hidden; next = next.nextElementSibling; }
        grp.hidden = !any;
      }
    });
    for (const lv of $$('.lv')) {
      let next = lv.nextElementSibling, any = false;
      while (next && !next.matches('.lv')) { any ||= !next.hidden; next = next.nextElementSibling; }
      lv.hidden = !any;
    }
    const text = js.size === all && ts.size === allT ? output.dataset.all : output.dataset.some.replace('#t', ts.size).replace('#j', js.size);
    output.textContent = q === '' ? text : output.dataset.hits.replace('#q', q).replace('#n', hits);
    const state = new URLSearchParams();
    if (js.size < all) state.set('j', [...js].join(' '));
    if (ts.size < allT) state.set('t', [...ts].join(' '));
    if (q !== '') state.set('q', q);
    if (form.elements.s.value) state.set('s', form.elements.s.value);
    const hash = String(state) === '' ? (location.hash.startsWith('#?') ? '#' : location.hash) : `#?${state}`;
    if (hash !== location.hash && !(hash === '#' && location.hash === '')) try { history.replaceState(null, '', hash); } catch { /* some viewers forbid it */ }
  };

  // order of the rows
  const given = new Map($$('table.sortable').map((table) => [table, $$('tbody', table)]));
  const rank = ['comparable', 'needs-normalising', 'side-by-side', 'not-comparable'];
  const sort = () => {
    const by = form.elements.s.value;
    for (const [table, bodies] of given) {
      const rows = bodies.filter((b) => b.dataset.verdict);
      const told = (b) => $$('td[data-j]:not([data-state="not-mentioned"])', b).length;
      if (by === 'verdict') rows.sort((a, b) => rank.indexOf(a.dataset.verdict) - rank.indexOf(b.dataset.verdict));
      if (by === 'places') rows.sort((a, b) => told(b) - told(a));
      for (const body of bodies) if (by !== '' && body.matches('.grp')) body.remove();
      table.append(...(by === '' ? bodies : rows));
    }
  };
  form.addEventListener('input', () => { sort(); apply(); });
  form.addEventListener('reset', () => setTimeout(() => { sort(); apply(); }));
  form.addEventListener('submit', (e) => e.preventDefault());
  if (location.hash.startsWith('#?')) {
    const state = new URLSearchParams(location.hash.slice(2));
    for (const n of ['j', 't']) if (state.has(n)) { const set = new Set(state.get(n).split(' ')); for (const i of $$(`input[name=${n}]`, form)) i.checked = set.has(i.value); }
    form.elements.q.value = state.get('q') ?? '';
    form.elements.s.value = state.get('s') ?? '';
    sort();
    apply();
  }

  // where the reader is
  const links = new Map($$('.side nav a').map((a) => [a.hash.slice(1), a]));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const a of links.values()) a.removeAttribute('aria-current');
      const a = links.get(entry.target.id);
      a?.setAttribute('aria-current', 'true');
      if (a && !wide.matches) a.closest('nav').scrollTo({ left: a.offsetLeft - 24 });
    }
  }, { rootMargin: '-10% 0px -80% 0px' });
  for (const id of links.keys()) { const el = document.getElementById(id); if (el) seen.observe(el); }

  // evidence opens where the reader is, in the surroundings of the whole text
  const panel = $('#panel');
  let from = null;
  const around = (li) => {
    const box = document.createElement('div');
    box.className = 'ctx';
    const [index, list] = li.dataset.at.split(':');
    const spans = list.split(',').map((s) => s.split('-').map(Number));
    const start = spans[0][0], end = spans.at(-1)[1];
    const lines = $$(`.texts p[id^="s${index}-"]`).map((p) => ({ p, from: +p.dataset.o, to: +p.dataset.o + p.textContent.length }));
    const first = lines.findIndex((l) => l.to > start), last = lines.findLastIndex((l) => l.from < end);
    if (first < 0 || last < first) return box;
    // a paragraph of a page is shown around the quote; the link leads to the whole
    const room = 140;
    const before = (t) => t.length > room ? `……${t.slice(-room)}` : t;
    const after = (t) => t.length > room ? `${t.slice(0, room)}……` : t;
    for (const { p, from: a, to: b } of lines.slice(Math.max(0, first - 1), last + 2)) {
      const row = document.createElement('span'), n = document.createElement('i'), text = p.textContent;
      n.textContent = p.dataset.n;
      row.append(n);
      const here = spans.map(([s, e]) => [Math.max(s, a) - a, Math.min(e, b) - a]).filter(([s, e]) => e > s && s < text.length);
      let at = 0;
      for (const [s, e] of here) {
        const mark = document.createElement('mark');
        mark.textContent = text.slice(s, e);
        row.append(at === 0 ? before(text.slice(0, s)) : text.slice(at, s), mark);
        at = e;
      }
      row.append(here.length > 0 || b > start ? after(text.slice(at)) : before(text));
      box.append(row);
    }
    return box;
  };
  const show = (n, marker) => {
    const li = $(`#e${n}`);
    if (!li) return;
    $('.what', panel).textContent = panel.dataset.name.replace('#n', n).replace('#where', li.dataset.where);
    $('.body', panel).replaceChildren(...['.said', '.at'].map((s) => { const c = $(s, li).cloneNode(true); for (const a of $$('.use', c)) a.remove(); return c; }), around(li));
    panel.scrollTop = 0;
    panel.dataset.n = n;
    $('.all', panel).href = `#e${n}`;
    if (!marker) return;
    from?.setAttribute('aria-expanded', 'false');
    from = marker;
    marker.setAttribute('aria-expanded', 'true');
    if (!panel.matches(':popover-open')) panel.showPopover();
    const r = marker.getBoundingClientRect(), p = panel.getBoundingClientRect(), below = r.bottom + p.height + 12 < innerHeight;
    panel.style.left = `${scrollX + Math.max(16, Math.min(r.left - 24, root.clientWidth - p.width - 16))}px`;
    panel.style.top = `${scrollY + (below ? r.bottom + 8 : Math.max(8, r.top - p.height - 8))}px`;
    $('.close', panel).focus({ preventScroll: true });
  };
  if (panel.showPopover) document.addEventListener('click', (e) => {
    const a = e.target.closest('a.ev');
    if (!a || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    show(+a.hash.slice(2), a);
  });
  panel.addEventListener('click', (e) => {
    if (e.target.matches('.close, .all, .in')) panel.hidePopover();
    if (e.target.matches('.step')) show(+panel.dataset.n + +e.target.value);
  });
  panel.addEventListener('toggle', (e) => {
    if (e.newState !== 'closed') return;
    from?.setAttribute('aria-expanded', 'false');
    if (panel.contains(document.activeElement) || document.activeElement === document.body) from?.focus({ preventScroll: true });
  });
  const open = () => { const p = location.hash.startsWith('#s') && $(`[id="${CSS.escape(location.hash.slice(1))}"]`); if (p) { p.closest('details').open = true; p.scrollIntoView(); } };
  addEventListener('hashchange', open);
  open();
})();
