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
  // A page left before its transition ends rejects these; there is nothing to do about it.
  for (const moment of ['pageswap', 'pagereveal']) {
    addEventListener(moment, ({ viewTransition }) => {
      viewTransition?.ready.catch(() => {});
      viewTransition?.finished.catch(() => {});
    });
  }
})();
