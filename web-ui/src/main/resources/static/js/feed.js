// The list of events grows at its top; paused, it counts what waits.
(() => {
  const feed = document.querySelector('[data-feed]');
  if (!feed) return;
  const most = 500;
  const held = [];
  const note = document.querySelector('[data-feed-held]');
  const button = document.querySelector('[data-feed-pause]');
  const icons = document.getElementById('event-icons').content;
  const tones = { success: 'ok', notice: 'busy', warning: 'warn', error: 'bad' };
  const wanted = feed.dataset;

  const fits = e =>
    (!wanted.cluster || e.cluster === wanted.cluster) &&
    (!wanted.severity || e.severity === wanted.severity) &&
    (!wanted.type || e.type.startsWith(wanted.type));

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function line(e) {
    const item = element('li', '', 'event is-new tone-' + (tones[e.severity] || 'busy'));
    item.dataset.id = e.id;
    const icon = icons.querySelector('[data-tone="' + e.severity + '"] svg');
    const main = element('div', '', 'event-main');
    const small = element('p', '', 'muted small');
    small.append(element('code', e.type));
    if (e.cluster) {
      const link = element('a', e.cluster);
      link.href = '/clusters/' + encodeURIComponent(e.cluster);
      small.append(' · ', link);
    }
    if (e.subject) small.append(' · ' + e.subject);
    main.append(element('p', e.message), small);
    const time = element('time', 'just now');
    time.dateTime = e.timestamp;
    time.dataset.ago = '';
    const age = element('span', '', 'muted small');
    age.append(time);
    if (icon) item.append(icon.cloneNode(true));
    item.append(element('span', e.severity + ':', 'sr'), main, age);
    return item;
  }

  function add(e) {
    if (feed.querySelector('[data-id="' + CSS.escape(e.id) + '"]')) return;
    feed.prepend(line(e));
    while (feed.children.length > most) feed.lastElementChild.remove();
  }

  function tell() {
    note.hidden = held.length === 0;
    note.textContent = held.length + (held.length === 1 ? ' new event waits' : ' new events wait');
  }

  const paused = () => button.getAttribute('aria-pressed') === 'true';
  button.addEventListener('click', () => {
    const now = !paused();
    button.setAttribute('aria-pressed', String(now));
    button.querySelector('span').textContent = now ? 'Resume' : 'Pause';
    if (!now) held.splice(0).forEach(add);
    tell();
  });
  document.addEventListener('atoll:event', event => {
    if (!fits(event.detail)) return;
    if (paused()) {
      held.push(event.detail);
      if (held.length > most) held.shift();
      tell();
    } else {
      add(event.detail);
    }
  });
})();
