// Keeps pages current. An event is a hint: the fragments it concerns are fetched again.
(() => {
  const url = document.body.dataset.liveStream;
  const sign = document.getElementById('stream');
  const words = { live: 'Live', waiting: 'Reconnecting', off: 'Offline' };
  const due = new WeakMap();
  const pending = new Map();
  let broken = false;

  function state(name) {
    if (!sign) return;
    sign.dataset.state = name;
    sign.querySelector('[data-stream-word]').textContent = words[name];
  }

  function refresh(selector, wait) {
    clearTimeout(pending.get(selector));
    pending.set(selector, setTimeout(() => {
      pending.delete(selector);
      document.querySelectorAll(selector).forEach(part => htmx.trigger(part, 'live'));
    }, wait));
  }

  function arrived(event) {
    if (event.type === 'reset') {
      refresh('[data-live]', 100);
      return;
    }
    const told = JSON.parse(event.data);
    document.dispatchEvent(new CustomEvent('atoll:event', { detail: told }));
    if (told.cluster) {
      const own = told.type.startsWith('topic.') ? 'topics:' : 'cluster:';
      const selector = '[data-live="' + own + CSS.escape(told.cluster) + '"]';
      const part = document.querySelector(selector);
      if (part && told.type === 'cluster.deleted') gone(part);
      else refresh(selector, 80);
    }
    if (told.type.startsWith('cluster.')) refresh('[data-live="fleet"]', 500);
  }

  function connect() {
    const source = new EventSource(url);
    source.addEventListener('open', () => {
      state('live');
      if (broken) refresh('[data-live]', 50);
      broken = false;
    });
    source.addEventListener('error', () => {
      broken = true;
      state('waiting');
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
    });
    const types = (document.body.dataset.liveTypes || '').split(' ').filter(Boolean);
    for (const type of ['message', 'reset', ...types]) source.addEventListener(type, arrived);
    addEventListener('pagehide', () => source.close(), { once: true });
  }

  function poll() {
    if (document.hidden) return;
    const now = Date.now();
    document.querySelectorAll('[data-poll]').forEach(part => {
      const at = due.get(part);
      if (at && now >= at) htmx.trigger(part, 'live');
      if (!at || now >= at) due.set(part, now + Number(part.dataset.poll) * 1000);
    });
  }

  // What is gone is not asked for again: its card leaves, its page says so.
  function gone(part) {
    const name = part.dataset.live;
    document.querySelectorAll('[data-live]').forEach(other => {
      if (other.dataset.live !== name) return;
      delete other.dataset.live;
      delete other.dataset.poll;
    });
    if (part.matches('.card')) part.remove();
    else say('This cluster is gone.');
  }

  function say(words) {
    document.dispatchEvent(new CustomEvent('atoll:toast', { detail: { tone: 'notice', words } }));
  }

  document.addEventListener('htmx:responseError', ({ detail }) => {
    if (detail.xhr.status === 404 && detail.elt.dataset.live?.startsWith('cluster:')) gone(detail.elt);
  });
  document.addEventListener('atoll:refresh', () => {
    refresh('[data-live]', 250);
    setTimeout(() => refresh('[data-live]', 0), 1500);
  });
  addEventListener('pageshow', event => event.persisted && location.reload());
  setInterval(poll, 500);
  if (url) {
    state('waiting');
    connect();
  }
})();
