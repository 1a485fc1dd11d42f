// Runs before the first paint, so that the page never shows in the wrong colours.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('atoll-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // storage refused: the system's theme it is
  }
})();
