// Ages grow and what is left shrinks while one looks. Same words as the server's Figures.
(() => {
  const spans = [[60, 1, ' s'], [3600, 60, ' min'], [172800, 3600, ' h'], [Infinity, 86400, ' days']];

  function span(seconds) {
    const [, unit, name] = spans.find(([below]) => seconds < below);
    return Math.floor(seconds / unit) + name;
  }

  const words = seconds => (seconds < 5 ? 'just now' : span(seconds) + ' ago');
  const left = seconds => (seconds <= 0 ? 'now' : 'in ' + span(seconds));

  setInterval(() => {
    document.querySelectorAll('[data-ago]').forEach(time => {
      const seconds = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 1000);
      const text = words(seconds);
      if (time.textContent !== text) time.textContent = text;
    });
    document.querySelectorAll('[data-until]').forEach(time => {
      const text = left((Date.parse(time.dateTime) - Date.now()) / 1000);
      if (time.textContent !== text) time.textContent = text;
    });
  }, 1000);
})();
