// Copy buttons.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.classList.add('is-done');
    setTimeout(() => button.classList.remove('is-done'), 1400);
  } catch {
    document.dispatchEvent(new CustomEvent('atoll:toast', {
      detail: { tone: 'error', words: 'The browser does not allow copying here.' },
    }));
  }
});
