// Keyboard: "/" or Ctrl-K finds a cluster, "g" then f, t, e or n goes places. Also theme and menus.
(() => {
  const input = document.getElementById('switch');
  const list = document.getElementById('switch-list');
  const places = { f: '/', t: '/templates', e: '/events', n: '/clusters/new' };
  let went = 0;
  let before = null;

  const options = () => [...list.querySelectorAll('.option')];
  const typing = target => target.closest('input, textarea, select, [contenteditable]');

  function select(step) {
    const all = options();
    if (!all.length) return;
    const at = all.findIndex(o => o.getAttribute('aria-selected') === 'true');
    const next = (at + step + all.length) % all.length;
    all.forEach((o, i) => o.setAttribute('aria-selected', String(i === next)));
    all[next].scrollIntoView({ block: 'nearest' });
  }

  function open(shown) {
    input.setAttribute('aria-expanded', String(shown));
    list.classList.toggle('is-open', shown);
  }

  if (input) {
    input.addEventListener('focus', event => {
      before = event.relatedTarget;
      open(true);
    });
    input.addEventListener('blur', () => setTimeout(() => open(list.matches(':hover')), 120));
    list.addEventListener('htmx:afterSwap', () => options()[0]?.setAttribute('aria-selected', 'true'));
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        select(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter') {
        const chosen = options().find(o => o.getAttribute('aria-selected') === 'true') || options()[0];
        if (chosen) {
          event.preventDefault();
          location.assign(chosen.href);
        }
      } else if (event.key === 'Escape') {
        if (before?.isConnected) before.focus();
        else input.blur();
        open(false);
      }
    });
  }

  document.addEventListener('keydown', event => {
    const find = event.key === '/' && !typing(event.target);
    if (input && (find || (event.key === 'k' && (event.ctrlKey || event.metaKey)))) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (!typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (Date.now() - went < 900 && places[event.key]) location.assign(places[event.key]);
      went = event.key === 'g' ? Date.now() : 0;
    }
  });

  document.addEventListener('keydown', event => {
    const menu = document.querySelector('details.menu[open]');
    if (!menu || event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });

  document.addEventListener('click', event => {
    document.querySelectorAll('details.menu[open]').forEach(menu => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  const button = document.getElementById('theme');
  const root = document.documentElement;
  const label = () => button.setAttribute('aria-label', 'Theme: ' + (root.dataset.theme || 'automatic'));
  if (button) {
    label();
    button.addEventListener('click', () => {
      const next = { undefined: 'light', light: 'dark' }[root.dataset.theme];
      if (next) root.dataset.theme = next;
      else delete root.dataset.theme;
      try {
        if (next) localStorage.setItem('atoll-theme', next);
        else localStorage.removeItem('atoll-theme');
      } catch {
        // storage refused: it holds for this page
      }
      label();
    });
  }
  // Where tabs do not fit, the present one is in view.
  const tab = document.querySelector('.tabs [aria-current]');
  const tabs = tab?.closest('.tabs');
  if (tabs) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
})();
