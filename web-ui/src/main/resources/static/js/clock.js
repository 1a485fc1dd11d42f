// Ages grow while one looks. Same words as the server's Figures.ago.
(() => {
  const spans = [[60, 1, ' s'], [3600, 60, ' min'], [172800, 3600, ' h'], [Infinity, 86400, ' days']];

  function words(seconds) {
    if (seconds < 5) return 'just now';
    const [, unit, name] = spans.find(([below]) => seconds < below);
    return Math.floor(seconds / unit) + name + ' ago';
  }

  setInterval(() => {
    document.querySelectorAll('[data-ago]').forEach(time => {
      const seconds = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 1000);
      const text = words(seconds);
      if (time.textContent !== text) time.textContent = text;
    });
  }, 1000);
})();
