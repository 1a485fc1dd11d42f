// Follows a node's log. Scrolling up or pausing holds the view still.
(() => {
  const view = document.querySelector('[data-log]');
  if (!view) return;
  const most = 3000;
  const lines = view.querySelector('[data-log-lines]');
  const filter = view.querySelector('[data-log-filter]');
  const pause = view.querySelector('[data-log-pause]');
  const state = view.querySelector('[data-log-state]');
  const levels = [[/\b(ERROR|FATAL|SEVERE)\b/, 'is-bad'], [/\bWARN(ING)?\b/, 'is-warn'], [/\b(DEBUG|TRACE|FINE)\b/, 'is-faint']];
  let held = [];
  let last = -1;
  let reopened = false;

  const paused = () => pause.getAttribute('aria-pressed') === 'true';
  const fits = text => text.toLowerCase().includes(filter.value.trim().toLowerCase());

  function add(text) {
    const atEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 40;
    const line = document.createElement('div');
    line.className = 'log-line ' + (levels.find(([form]) => form.test(text)) || ['', ''])[1];
    line.textContent = text;
    line.hidden = !fits(text);
    lines.append(line);
    while (lines.children.length > most) lines.firstElementChild.remove();
    if (atEnd) lines.scrollTop = lines.scrollHeight;
  }

  function arrived(event) {
    let text = event.data;
    try {
      const told = JSON.parse(event.data);
      if (reopened && told.position <= last) lines.replaceChildren();
      last = told.position;
      text = told.text;
    } catch {
      // a bare line
    }
    reopened = false;
    if (paused()) held.push(text);
    else add(text);
    if (held.length > most) held = held.slice(-most);
  }

  pause.addEventListener('click', () => {
    const now = !paused();
    pause.setAttribute('aria-pressed', String(now));
    pause.querySelector('span').textContent = now ? 'Resume' : 'Pause';
    if (!now) held.splice(0).forEach(add);
    state.textContent = now ? 'Paused' : 'Following';
  });
  filter.addEventListener('input', () => {
    for (const line of lines.children) line.hidden = !fits(line.textContent);
    lines.scrollTop = lines.scrollHeight;
  });

  const source = new EventSource(view.dataset.log);
  source.addEventListener('open', () => { state.textContent = paused() ? 'Paused' : 'Following'; });
  source.addEventListener('error', () => {
    reopened = true;
    state.textContent = source.readyState === EventSource.CLOSED ? 'The log cannot be read' : 'Reconnecting…';
  });
  for (const type of ['message', 'line', 'log']) source.addEventListener(type, arrived);
  addEventListener('pagehide', () => source.close(), { once: true });
})();
